package org.superbill.coding.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.events.CodingQueryAnswered;
import org.superbill.events.CodingQueryOpened;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** Writing a question, and what keeps it from being sent. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
@WithTestResource(
        value = RecordDouble.class,
        scope = TestResourceScope.GLOBAL) // else this class has an application of its own
class QueryApiTest extends WithQueries {
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
    void whatIsNotKnownToSupportAnOptionIsSentWithAReason() {
        var path = caseInWork();
        var sepsis = question().replace("Hyponatremia", "Sepsis");
        var query = written(path, sepsis);
        coder.get(query)
                .body("findings.rule", contains("query-option-unsupported"))
                .body("findings.severity", contains("warning"));
        coder.post(query + "/send", "", Encounters.etag(coder, query))
                .statusCode(422)
                .body("errors.code", contains("query-option-unsupported"));
        var reasoned = sepsis.substring(0, sepsis.lastIndexOf('}'))
                + ",\"acknowledgements\":[{\"rule\":\"query-option-unsupported\",\"pointer\":\"/options/0/supportedBy\",\"reason\":\"the sodium fell with the shock\"}]}";
        coder.put(query, reasoned, Encounters.etag(coder, query)).statusCode(200);
        coder.post(query + "/send", "", Encounters.etag(coder, query))
                .statusCode(200)
                .body("text.acknowledgements.reason", contains("the sodium fell with the shock"));
    }

    @Test
    void aYesNoQuestionIsJudgedByTheFirstReleaseBeforeItsDay() {
        var path = caseInWork();
        clocks.moveTo(Instant.parse("2024-09-30T12:00:00Z"));
        var query = written(path, yesNo("Does the patient have pneumonia?"));
        coder.get(query)
                .body("findings.rule", contains("query-terms-of-another-release"))
                .body("findings.severity", contains("note"))
                .body("findings[0].message", containsString("2025"));
        coder.post(query + "/send", "", Encounters.etag(coder, query)).statusCode(200);
        assertThat(rulesOf(path, "Does the patient have sepsis?")).contains("query-yes-no-introduces");
    }

    @Test
    void whatIsNotCompliantIsNotSentAndTheReasonIsSaid() {
        var path = caseInWork();
        var leading = question().replace("Clarification of findings", "Hyponatremia for the DRG");
        var query = written(path, leading);
        coder.get(query)
                .body(
                        "findings.rule",
                        contains("query-introduces-diagnosis", "query-mentions-payment", "query-title-names-diagnosis"))
                .body("findings.pointer", contains("/title", "/title", "/title"));
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

    /** By the terms that ship. */
    @Test
    void aYesNoQuestionNamesWhatIsQuotedInOtherOrderFormsAndWords() {
        var path = new Encounters(events(), organization)
                .stay(
                        coder,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        new EncounterCompleted.Document(RecordDouble.STAY, "discharge-summary", "00"))
                .get(0);
        for (var asked : """
                Left heel pressure ulcer, unstageable|Pressure ulcer of left heel, unstageable|Was the heel pressure ulcer present on admission?|
                Displaced fracture of the left femoral neck|fracture of left femoral neck|Was the femoral neck fracture present on admission?|
                Displaced fracture of the left femoral neck|fractures of left femoral neck|Was the fracture of the neck of the left femur present on admission?|
                Acute on chronic systolic heart failure|Acute on chronic systolic (congestive) heart failure|Was the acute on chronic systolic heart failure present on admission?|
                Acute on chronic systolic heart failure|heart failure|Was the CHF present on admission?|
                Deep vein thrombosis of the right femoral vein|DVT|Was the DVT present on admission?|
                Deep vein thrombosis of the right femoral vein|Deep vein thrombosis|Was the right femoral DVT present on admission?|
                E. coli urinary tract infection with indwelling catheter|urinary tract infection|Was the UTI present on admission?|
                E. coli urinary tract infection with indwelling catheter|Catheter-associated urinary tract infection|Is the urinary tract infection catheter-associated?|
                Right lower lobe pneumonia|pneumonia|Was this present on admission?|WARNING /question
                Right lower lobe pneumonia|pneumonia|Was the sepsis present on admission?|ERROR /question
                No sepsis|sepsis|Was the sepsis present on admission?|ERROR /diagnosis, ERROR /question
                Right lower lobe pneumonia|pneumonia|Was the aspiration pneumonia present on admission?|ERROR /question
                Acute on chronic systolic heart failure|heart failure|Was the acute respiratory failure present on admission?|ERROR /question
                """.lines().toList()) {
            var parts = asked.split("\\|", -1);
            var draft = """
                    {"form":"yes-no","purpose":"%s","title":"Clarification","question":"%s","diagnosis":"%s","options":[],
                     "indicators":[{"documentId":"%s","start":%d,"quote":"%s"}]}""".formatted(
                            parts[2].endsWith("admission?") ? "present-on-admission" : "cause-and-effect",
                            parts[2],
                            parts[1],
                            RecordDouble.STAY,
                            RecordDouble.OF_STAY.indexOf(parts[0]),
                            parts[0]);
            List<Map<String, String>> findings =
                    coder.get(written(path, draft)).extract().path("findings");
            assertThat(findings.stream()
                            .map(finding ->
                                    finding.get("severity").toUpperCase(Locale.ROOT) + " " + finding.get("pointer"))
                            .collect(Collectors.joining(", ")))
                    .as(asked + findings)
                    .isEqualTo(parts[3]);
        }
    }

    @Test
    void aYesNoQuestionIntroducesNoDiagnosis() {
        var path = caseInWork();
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
    void whoHasTheCaseSendsAndWhoWroteADraftRewritesIt() {
        var path = caseInWork();
        var query = written(path, question());
        var bob = Api.as(TestTokens.ofUser("bob", organization, "coder"));
        bob.put(query, question(), Encounters.etag(bob, query))
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-query-not-yours"));
        bob.post(query + "/withdraw", "{\"reason\":\"no\"}", Encounters.etag(bob, query))
                .statusCode(403);
        bob.post(query + "/send", "", Encounters.etag(bob, query))
                .statusCode(409) // while the coder has it open
                .body("type", equalTo("https://superbill.org/problems/coding-case-open-elsewhere"));
        coder.post(path + "/close", "{}").statusCode(200);
        bob.post(query + "/send", "", Encounters.etag(bob, query))
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-case-not-yours"));
        coder.get(path).body("status", equalTo("in-progress"));
        bob.post(path + "/open", "{}").statusCode(200);
        bob.post(query + "/send", "", Encounters.etag(bob, query)).statusCode(200);
        bob.post(query + "/withdraw", "{\"reason\":\"an addendum came\"}", Encounters.etag(bob, query))
                .statusCode(200);
    }

    @Test
    void whoLeadsTheCodersRewritesSendsAndWithdrawsWhatAnotherWrote() {
        var path = caseInWork();
        var query = written(path, question());
        var lead = Api.as(TestTokens.ofUser("lead", organization, "coder", "coding-auditor"));
        lead.put(query, question(), Encounters.etag(lead, query)).statusCode(200);
        lead.post(query + "/send", "", Encounters.etag(lead, query)).statusCode(200);
        lead.post(query + "/withdraw", "{\"reason\":\"asked already\"}", Encounters.etag(lead, query))
                .statusCode(200);
    }

    @Test
    void nobodySendsWhomThePolicyLetsCodeNoSuchCase() {
        var path = caseInWork();
        var query = written(path, question());
        Policies.set(admin, policy -> policy.replace("\"coderRecordRequired\":false", "\"coderRecordRequired\":true"));
        coder.post(query + "/send", "", Encounters.etag(coder, query))
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/coder-not-eligible"));
    }

    @Test
    void aQueryIsForAPractitionerOfTheOrganization() {
        var path = caseInWork();
        written(path, question());
        coder.post(
                        path + "/queries",
                        question().replace(doctor.toString(), UUID.randomUUID().toString()))
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/coding-query-addressee-unknown"))
                .body("errors.pointer", contains("/practitionerId"));
        var own = coder.get(path).extract().jsonPath().getString("practitionerId");
        coder.post(path + "/queries", question().replace(doctor.toString(), own))
                .statusCode(201);
    }

    @Test
    void anOpenQuestionIntroducesNoDiagnosisEither() {
        var path = caseInWork();
        var query =
                written(path, question().replace("that the findings quoted below stand for", "that led to the sepsis"));
        coder.post(query + "/send", "", Encounters.etag(coder, query))
                .statusCode(422)
                .body("errors.code", contains("query-introduces-diagnosis"))
                .body("errors.pointer", contains("/question"));
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

    private List<String> rulesOf(String path, String question) {
        return coder.get(written(path, yesNo(question))).extract().jsonPath().getList("findings.rule");
    }
}
