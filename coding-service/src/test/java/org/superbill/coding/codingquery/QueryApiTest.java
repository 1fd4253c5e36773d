package org.superbill.coding.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.coding.WithEvents;
import org.superbill.events.CodingQueryAnswered;
import org.superbill.events.CodingQueryOpened;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
@WithTestResource(
        value = RecordDouble.class,
        scope = TestResourceScope.GLOBAL) // else this class has an application of its own
class QueryApiTest extends WithEvents {
    private final UUID organization = UUID.randomUUID();
    private final UUID note = UUID.randomUUID();
    private final Api coder = Api.as(organization, "coder");
    private final Api clinician = Api.as(organization, "clinician");
    private final Api admin = Api.as(organization, "admin");

    @Inject
    Queries queries;

    @Inject
    Tenancy tenancy;

    @Test
    void aQuestionStopsTheCaseUntilItIsAnswered() {
        var path = caseInWork();
        var query = written(path, question());
        coder.get(path).body("status", equalTo("in-progress"));
        var sent = coder.post(query + "/send", "", Encounters.etag(coder, query))
                .statusCode(200)
                .body("status", equalTo("open"))
                .extract();
        coder.get(path).body("status", equalTo("query-open"));
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(409);
        coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                .statusCode(200);
        var told = events().await(CodingQueryOpened.class, sent.jsonPath().getString("encounterId"));
        assertThat(told.reminder()).isZero();

        coder.post(query + "/answer", "{\"option\":0}", sent.header("ETag")).statusCode(403);
        clinician
                .post(query + "/answer", "{\"option\":4}", sent.header("ETag"))
                .statusCode(400)
                .body("errors.pointer", contains("/option"));
        clinician
                .post(query + "/answer", "{\"option\":2}", sent.header("ETag"))
                .statusCode(400)
                .body("errors.pointer", contains("/text"));
        clinician
                .post(query + "/answer", "{\"option\":0}", sent.header("ETag"))
                .statusCode(200)
                .body("status", equalTo("answered"))
                .body("outcome", equalTo("confirmed"))
                .body("closedBy", equalTo("clinician"))
                .body("answeredBy", equalTo("clinician"));
        clinician
                .post(query + "/answer", "{\"option\":0}", Encounters.etag(clinician, query))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-query-step-not-allowed"));
        coder.get(path).body("status", equalTo("in-progress"));
        var answered = events().await(CodingQueryAnswered.class, sent.jsonPath().getString("encounterId"));
        assertThat(answered.outcome()).isEqualTo("answered");
    }

    @Test
    void aQuestionIsAnsweredByWhomItIsForOrWhoStandsInForThem() {
        var query = sent(caseInWork());
        var addressee = coder.get(query).extract().jsonPath().getString("practitionerId");
        var etag = Encounters.etag(coder, query);
        practitioner("other", UUID.randomUUID().toString(), List.of())
                .post(query + "/answer", "{\"option\":0}", etag)
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-query-not-addressed"));
        practitioner("deputy", UUID.randomUUID().toString(), List.of(addressee))
                .post(query + "/answer", "{\"option\":0}", etag)
                .statusCode(200)
                .body("answeredBy", equalTo("deputy"))
                .body("answeredFor", equalTo(addressee));

        var second = sent(caseInWork());
        practitioner("doctor", coder.get(second).extract().jsonPath().getString("practitionerId"), List.of())
                .post(second + "/answer", "{\"option\":0}", Encounters.etag(coder, second))
                .statusCode(200)
                .body("answeredBy", equalTo("doctor"));
    }

    @Test
    void whoIsToldOfAnOverdueQuestionMayAnswerIt() {
        Policies.set(admin, policy -> policy.replace("\"queries\":{", "\"queries\":{\"escalateTo\":\"advisor\","));
        var query = sent(caseInWork());
        var advisor = practitioner("advisor", UUID.randomUUID().toString(), List.of());
        advisor.post(query + "/answer", "{\"option\":0}", Encounters.etag(coder, query))
                .statusCode(403);
        daysLater(10);
        look();
        advisor.post(query + "/answer", "{\"option\":0}", Encounters.etag(coder, query))
                .statusCode(200)
                .body("answeredBy", equalTo("advisor"));
    }

    private Api practitioner(String subject, String id, List<String> coversFor) {
        return Api.as(TestTokens.sign(TestTokens.claims(subject, "clinician")
                .claim("organization", organization.toString())
                .claim("practitioner", id)
                .claim("covers_for", coversFor)));
    }

    @Test
    void twoAnswersAtOnceLeaveNoCaseWaiting() {
        for (var round = 0; round < 3; round++) {
            var path = caseInWork();
            var answered = Stream.of(sent(path), sent(path))
                    .map(query -> {
                        var etag = Encounters.etag(clinician, query);
                        return CompletableFuture.runAsync(() -> clinician
                                .post(query + "/answer", "{\"option\":1}", etag)
                                .statusCode(200));
                    })
                    .toList();
            answered.forEach(CompletableFuture::join);
            coder.get(path).body("status", equalTo("in-progress"));
        }
    }

    @Test
    void theCaseWaitsForTheLastOfSeveralQuestions() {
        var path = caseInWork();
        var one = sent(path);
        var two = sent(path);
        clinician
                .post(one + "/answer", "{\"option\":1}", Encounters.etag(clinician, one))
                .statusCode(200);
        coder.get(path).body("status", equalTo("query-open"));
        coder.post(two + "/withdraw", "{\"reason\":\"an addendum came\"}", Encounters.etag(coder, two))
                .statusCode(200);
        coder.get(path).body("status", equalTo("in-progress"));
        coder.get("/api/v1/coding-queries?status=answered&caseId=" + idOf(path)).body("items", hasSize(1));
    }

    @Test
    void whatIsNotCompliantIsNotSentAndTheReasonIsSaid() {
        var path = caseInWork();
        var leading = question().replace("Clarification of findings", "Hyponatremia for the DRG");
        var query = written(path, leading);
        coder.get(query)
                .body("findings.rule", contains("query-mentions-payment", "query-title-names-diagnosis"))
                .body("findings.pointer", contains("/title", "/title"));
        coder.post(query + "/send", "", Encounters.etag(coder, query))
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/coding-query-not-compliant"))
                .body("errors.code", hasItem("query-mentions-payment"));
        coder.get(path).body("status", equalTo("in-progress"));
        coder.put(query, question().replace("Na 128", "Na 118"), Encounters.etag(coder, query))
                .statusCode(200)
                .body("findings.rule", contains("query-quotation-not-in-record"));
        coder.put(query, question(), Encounters.etag(coder, query))
                .statusCode(200)
                .body("findings", empty());
        coder.post(query + "/send", "", Encounters.etag(coder, query)).statusCode(200);
        coder.put(query, question(), Encounters.etag(coder, query)).statusCode(409);
    }

    @Test
    void aYesNoQuestionIntroducesNoDiagnosis() {
        var path = caseInWork();
        await().atMost(Duration.ofSeconds(90)) // until the terms of the release are read
                .until(() -> coder.post(path + "/queries", yesNo("Does the patient have pneumonia?"))
                                .extract()
                                .statusCode()
                        == 201);
        var query = written(path, yesNo("Does the patient have sepsis?"));
        coder.get(query)
                .body("findings.rule", contains("query-yes-no-introduces"))
                .body("findings.pointer", contains("/question"));
        coder.post(query + "/send", "", Encounters.etag(coder, query))
                .statusCode(422)
                .body("errors.code", contains("query-yes-no-introduces"));
        coder.put(query, yesNo("Does the patient have pneumonia?"), Encounters.etag(coder, query))
                .statusCode(200)
                .body("findings", empty());
        coder.post(query + "/send", "", Encounters.etag(coder, query)).statusCode(200);
    }

    @Test
    void anOpenQuestionIsRemindedOfThenEscalatedThenKeptThenDeleted() {
        Policies.set(
                admin,
                policy -> policy.replace("\"retentionDays\":3650", "\"retentionDays\":365")
                        .replace("\"queries\":{", "\"queries\":{\"escalateTo\":\"advisor\","));
        var query = sent(caseInWork());
        look();
        coder.get(query).body("reminders", is(0));
        daysLater(2);
        look();
        look();
        coder.get(query).body("reminders", is(1)).body("escalatedTo", equalTo(null));
        daysLater(8); // due after 7 days, escalated 3 days later
        look();
        coder.get(query).body("escalatedTo", equalTo("advisor")).body("reminders", is(2));
        coder.get("/api/v1/coding-queries?escalatedTo=advisor").body("items", hasSize(1));

        clinician
                .post(query + "/answer", "{\"option\":0}", Encounters.etag(clinician, query))
                .statusCode(200);
        daysLater(365);
        look();
        coder.get(query).statusCode(200);
        daysLater(1);
        look();
        coder.get(query).statusCode(404);
    }

    @Test
    void aVoidedEncounterNeedsNoAnswer() {
        var path = caseInWork();
        var query = sent(path);
        var encounter = UUID.fromString(coder.get(path).extract().jsonPath().getString("encounterId"));
        events().publish(organization, new EncounterVoided(encounter, "entered in error"));
        events().await(CodingQueryAnswered.class, encounter.toString());
        coder.get(query).body("status", equalTo("withdrawn"));
        coder.get(path).body("status", equalTo("void"));
    }

    @Test
    void othersSeeNothingAndAStaleOrUnknownRequestIsRefused() {
        var path = caseInWork();
        var query = written(path, question());
        Api.as(UUID.randomUUID(), "coder")
                .get(query)
                .statusCode(404)
                .body("type", equalTo("https://superbill.org/problems/coding-query-not-found"));
        Api.as(organization, "front-desk").get(query).statusCode(403);
        clinician.post(query + "/send", "", Encounters.etag(coder, query)).statusCode(403);
        coder.post(query + "/send", "", "\"7\"").statusCode(412);
        coder.post(query + "/send", "").statusCode(428);
        coder.post(path + "/queries", question().replace("\"title\"", "\"heading\""))
                .statusCode(400)
                .body("errors.pointer", hasItem("/heading"));
    }

    @Test
    void templatesShipAndAnOrganizationAddsItsOwn() {
        coder.get("/api/v1/coding-query-templates?limit=20")
                .statusCode(200)
                .body("items", hasSize(12))
                .body("items[0].shipped", is(true));
        var auditor = Api.as(organization, "coding-auditor");
        var added = auditor.post("/api/v1/coding-query-templates", QueryTemplateText.EXAMPLE)
                .statusCode(201)
                .extract();
        var path = added.header("Location");
        auditor.put(path, QueryTemplateText.EXAMPLE.replace("Abnormal", "Odd"), added.header("ETag"))
                .statusCode(200)
                .body("template.name", equalTo("Odd laboratory finding"));
        auditor.put(path, QueryTemplateText.EXAMPLE, added.header("ETag")).statusCode(412);
        auditor.post("/api/v1/coding-query-templates", QueryTemplateText.EXAMPLE.replace("if any", "for reimbursement"))
                .statusCode(422)
                .body("errors.code", contains("query-mentions-payment"));
        var shipped = coder.get("/api/v1/coding-query-templates?limit=1")
                .extract()
                .jsonPath()
                .getString("items[0].id");
        auditor.put("/api/v1/coding-query-templates/" + shipped, QueryTemplateText.EXAMPLE, "\"0\"")
                .statusCode(409);
        coder.get("/api/v1/coding-query-templates?limit=20").body("items", hasSize(13));
        coder.post("/api/v1/coding-query-templates", QueryTemplateText.EXAMPLE).statusCode(403);
    }

    private void look() {
        tenancy.as(organization, queries::takeNextSteps);
    }

    private void daysLater(int days) {
        clocks.moveTo(clock.instant().plus(Duration.ofDays(days)));
    }

    private String caseInWork() {
        var clinic = new Encounters(events(), organization);
        var path = clinic.stay(
                        coder,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        new EncounterCompleted.Document(note, "progress-note", "00"))
                .get(0);
        coder.post(path + "/assign", "{}", Encounters.etag(coder, path)).statusCode(200);
        coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                .statusCode(200);
        return path;
    }

    private String written(String casePath, String text) {
        return coder.post(casePath + "/queries", text).statusCode(201).extract().header("Location");
    }

    private String sent(String casePath) {
        var query = written(casePath, question());
        coder.post(query + "/send", "", Encounters.etag(coder, query)).statusCode(200);
        return query;
    }

    private String question() {
        return """
                {"form":"multiple-choice","purpose":"diagnosis","title":"Clarification of findings",
                 "question":"Please document the condition, if any, that the findings quoted below stand for.",
                 "indicators":[{"documentId":"%s","section":"LABS","start":%d,"quote":"Na 128 mmol/L"}],
                 "options":[{"kind":"diagnosis","text":"Hyponatremia","supportedBy":[0]},
                   {"kind":"answer","text":"Finding without clinical significance","supportedBy":[]},
                   {"kind":"other","text":"Other","supportedBy":[]},
                   {"kind":"unable-to-determine","text":"Unable to determine","supportedBy":[]}]}""".formatted(note, RecordDouble.TEXT.indexOf("Na 128"));
    }

    private String yesNo(String question) {
        return """
                {"form":"yes-no","purpose":"documented-elsewhere","title":"Clarification of findings","question":"%s","diagnosis":"pneumonia",
                 "indicators":[{"documentId":"%s","section":"RADIOLOGY","start":%d,"quote":"pneumonia"}],"options":[]}""".formatted(question, note, RecordDouble.TEXT.indexOf("pneumonia"));
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
