package org.superbill.coding.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.coding.WithEvents;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class WorklistApiTest extends WithEvents {
    private final UUID organization = UUID.randomUUID();
    private final Api admin = Api.as(organization, "admin");
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api bob = Api.as(TestTokens.ofUser("bob", organization, "coder"));
    private final Encounters clinic = new Encounters(events(), organization);

    @Test
    void theDearestAndTheOldestComeFirst() {
        var small = clinic.fluShot(ann, 42_00, null);
        var large = clinic.fluShot(ann, 9_000_00, null);
        ann.get("/api/v1/coding-worklist")
                .statusCode(200)
                .body("items.id", contains(idOf(large), idOf(small)))
                .body("items[0].chargeCents", is(9_000_00));
        var first = ann.get("/api/v1/coding-worklist?limit=1").extract().jsonPath();
        assertThat(first.getList("items.id")).containsExactly(idOf(large));
        ann.get("/api/v1/coding-worklist?limit=1&cursor=" + first.getString("nextCursor"))
                .body("items.id", contains(idOf(small)));
        ann.get("/api/v1/coding-worklist?assignedTo=me").body("items", empty());
        ann.get("/api/v1/coding-worklist?status=done").statusCode(400).body("errors[0].pointer", equalTo("?status"));
    }

    @Test
    void whatIsOverdueForTooLongIsEscalated() {
        var path = clinic.fluShot(ann);
        var due = LocalDate.parse(ann.get(path).extract().jsonPath().getString("dueOn"));
        clocks.moveTo(due.atTime(12, 0).toInstant(ZoneOffset.UTC));
        ann.get("/api/v1/coding-worklist?overdue=true").body("items", empty());
        clocks.moveTo(due.plusDays(2).atTime(12, 0).toInstant(ZoneOffset.UTC));
        ann.get("/api/v1/coding-worklist?overdue=true")
                .body("items[0].daysOverdue", is(2))
                .body("items[0].escalated", is(false));
        clocks.moveTo(due.plusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC));
        ann.get("/api/v1/coding-worklist?escalated=true").body("items.id", contains(idOf(path)));
    }

    @Test
    void casesAreDistributedByCredentialSpecialtyAndLoad() {
        var practitioner = UUID.randomUUID();
        events().publish(
                        organization,
                        new PracticeChanged(
                                practitioner,
                                null,
                                new PracticeChanged.Practitioner("1999996666", "Kim", null, "Lee", "207Q00000X"),
                                null),
                        1);
        hire("ann", "CPC", "2099-12-31", "\"207Q\"", 1);
        hire("bob", "CPC", "2020-12-31", "", 50);
        var one = clinic.fluShot(ann, 9_000_00, practitioner);
        var two = clinic.fluShot(ann, 42_00, practitioner);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> ann.get("/api/v1/coding-worklist?specialty=207Q").body("items", hasSize(2)));

        admin.post("/api/v1/coding-worklist/distribute", "")
                .statusCode(200)
                .body("given.caseId", contains(idOf(one)))
                .body("given.coder", contains("ann"))
                .body("left", is(1));
        ann.post("/api/v1/coding-worklist/distribute", "").statusCode(403);
        ann.post("/api/v1/coding-worklist/next", "").statusCode(204);
        ann.post(two + "/assign", "{\"coder\":\"bob\"}", Encounters.etag(ann, two))
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/coder-not-eligible"))
                .body("detail", equalTo("The coder's credential has expired"));
        bob.put(two + "/coding", Encounters.FLU_SHOT, Encounters.etag(bob, two)).statusCode(422);
    }

    @Test
    void aCaseGoesToItsCoderAtOnceWhereThePolicySaysSo() {
        hire("ann", "CPC", "2099-12-31", "", 50);
        Policies.set(admin, policy -> policy.replace("\"automatic\":false", "\"automatic\":true"));
        var path = clinic.fluShot(ann);
        ann.get(path).body("status", equalTo("assigned")).body("assignedTo", equalTo("ann"));
        ann.get("/api/v1/coding-worklist?assignedTo=me").body("items", hasSize(1));
    }

    @Test
    void theNextCaseIsTheMostUrgentOneThatNobodyHas() {
        var small = clinic.fluShot(ann, 42_00, null);
        var large = clinic.fluShot(ann, 9_000_00, null);
        var taken = ann.post("/api/v1/coding-worklist/next", "").statusCode(200).extract();
        assertThat(taken.jsonPath().getString("id")).isEqualTo(idOf(large));
        assertThat(taken.header("ETag")).isEqualTo(Encounters.etag(ann, large));
        bob.post("/api/v1/coding-worklist/next", "").statusCode(200).body("id", equalTo(idOf(small)));
        bob.post("/api/v1/coding-worklist/next", "").statusCode(204);
    }

    @Test
    void oneEditorAtATimeAndAHandOver() {
        var path = clinic.fluShot(ann);
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200)
                .body("lease.by", equalTo("ann"));
        bob.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(bob, path))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-case-open-elsewhere"));
        bob.post(path + "/open", "").statusCode(409);
        bob.post(path + "/close", "").statusCode(409);
        ann.post(path + "/close", "").statusCode(200).body("lease", equalTo(null));
        bob.post(path + "/open", "").statusCode(200).body("lease.by", equalTo("bob"));
        ann.post(path + "/assign", "{}", Encounters.etag(ann, path)).statusCode(200);
        ann.post(path + "/open", "").statusCode(200);
    }

    @Test
    void aHoldHasAReasonAndKeepsTheCaseFromBilling() {
        Encounters.loadProcedures(organization);
        var path = clinic.fluShot(ann);
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200);
        ann.post(path + "/hold", "{\"reason\":\"report is awaited\"}", Encounters.etag(ann, path))
                .statusCode(200)
                .body("hold.by", equalTo("ann"))
                .body("hold.reason", equalTo("report is awaited"));
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-case-held"));
        ann.get("/api/v1/coding-worklist?held=true").body("items", hasSize(1));
        ann.post(path + "/end-hold", "{}", "\"0\"").statusCode(412);
        ann.post(path + "/end-hold", "{}", Encounters.etag(ann, path)).statusCode(200);
        ann.post(path + "/end-hold", "{}", Encounters.etag(ann, path)).statusCode(409);
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path))
                .statusCode(200)
                .body("status", equalTo("released"));
    }

    @Test
    void theCliniciansCodesPassWithoutACoderWhereTheRulesHold() {
        Encounters.loadProcedures(organization);
        Policies.set(admin, policy -> policy.replace("\"enabled\":false", "\"enabled\":true"));
        var path = clinic.codedByClinician(ann, "Z23");
        var encounter = ann.get(path)
                .body("status", equalTo("released"))
                .body("passedThrough", is(true))
                .body("codedBy", equalTo("dr-lee"))
                .extract()
                .jsonPath()
                .getString("encounterId");
        var told = events().await(EncounterCoded.class, encounter);
        assertThat(told.diagnoses()).containsExactly("Z23");
        assertThat(told.codedBy()).isEqualTo("dr-lee");

        var wrong = clinic.codedByClinician(ann, "Z2399");
        ann.get(wrong)
                .body("status", equalTo("ready"))
                .body("passedThrough", is(false))
                .body("diagnoses", contains("Z23.99"))
                .body("findings.rule", contains("diagnosis-unknown"));
    }

    @Test
    void aStayHasAFacilitysCaseToo() {
        var paths = clinic.stay(ann, LocalDate.of(2026, 3, 6));
        ann.get(paths.get(0)).body("kind", equalTo("professional")).body("services", hasSize(1));
        ann.get(paths.get(1))
                .body("kind", equalTo("facility"))
                .body("setting", equalTo("inpatient"))
                .body("services", empty());
        ann.put(paths.get(1) + "/coding", """
                        {"diagnoses":["J18.9"],"presentOnAdmission":["Y"],"lines":[],
                         "procedures":[{"code":"0bj08zz","date":"2026-03-03"}]}""", Encounters.etag(ann, paths.get(1)))
                .statusCode(200)
                .body("presentOnAdmission", contains("Y"))
                .body("procedures[0].code", equalTo("0BJ08ZZ"));
        ann.post(paths.get(1) + "/finalize", "{}", Encounters.etag(ann, paths.get(1)))
                .statusCode(200);
        var encounter = ann.get(paths.get(1)).extract().jsonPath().getString("encounterId");
        var told = events().await(EncounterCoded.class, encounter);
        assertThat(told.kind()).isEqualTo("facility");
        assertThat(told.presentOnAdmission()).containsExactly("Y");
        assertThat(told.dischargeDate()).isEqualTo("2026-03-06");

        ann.put(paths.get(0) + "/coding", """
                        {"diagnoses":["J18.9","E11.9"],"presentOnAdmission":["Y"],
                         "procedures":[{"code":"0BJ08ZZ","date":"2026-03-03"}],"lines":[]}""", Encounters.etag(ann, paths.get(0)))
                .statusCode(400)
                .body("errors.pointer", contains("/presentOnAdmission", "/procedures"));
    }

    @Test
    void theFirstCasesOfANewCoderWaitForAnAuditor() {
        Encounters.loadProcedures(organization);
        Policies.set(admin, policy -> policy.replace("\"newCoderCases\":0", "\"newCoderCases\":1"));
        assertThat(statusOnceFinalized(ann)).isEqualTo("coded");
        assertThat(statusOnceFinalized(ann)).isEqualTo("released");
        assertThat(statusOnceFinalized(bob)).isEqualTo("coded");
    }

    @Test
    void anAuditComesFirstWhereThePolicySaysSoAndNotByWhoCoded() {
        Encounters.loadProcedures(organization);
        Policies.set(
                admin,
                policy -> policy.replace("\"percent\":0", "\"percent\":100")
                        .replace("\"dutiesApart\":false", "\"dutiesApart\":true"));
        var path = clinic.fluShot(ann);
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200);
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path))
                .statusCode(200)
                .body("status", equalTo("coded"));
        var herself = Api.as(TestTokens.ofUser("ann", organization, "coding-auditor"));
        herself.post(path + "/release", "{}", Encounters.etag(ann, path))
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-duties-apart"));
        var auditor = Api.as(TestTokens.ofUser("eve", organization, "coding-auditor"));
        auditor.post(path + "/release", "{}", Encounters.etag(ann, path))
                .statusCode(200)
                .body("status", equalTo("released"))
                .body("codedBy", equalTo("ann"));
        auditor.get(path + "/versions/1/replay").statusCode(200).body("findings", empty());
        auditor.get(path + "/versions/2/replay").statusCode(404).body("type", startsWith("https://"));
    }

    private String statusOnceFinalized(Api coder) {
        var path = clinic.fluShot(coder);
        coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                .statusCode(200);
        return coder.post(path + "/finalize", "{}", Encounters.etag(coder, path))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("status");
    }

    private void hire(String subject, String credential, String expiresOn, String specialties, int loadLimit) {
        admin.post("/api/v1/coders", """
                        {"subject":"%s","name":"%s","credentials":[{"kind":"%s","number":"1","expiresOn":"%s"}],
                         "specialties":[%s],"loadLimit":%d}""".formatted(subject, subject, credential, expiresOn, specialties, loadLimit))
                .statusCode(201);
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
