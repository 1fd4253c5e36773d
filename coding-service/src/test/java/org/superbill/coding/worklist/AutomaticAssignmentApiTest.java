package org.superbill.coding.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.coding.WithEvents;
import org.superbill.events.ClaimDenied;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** Where the policy says so cases find their coders by themselves: when they come, and later when they found none then. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class AutomaticAssignmentApiTest extends WithEvents {
    private final UUID organization = UUID.randomUUID();
    private final Api admin = Api.as(organization, "admin");
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api bob = Api.as(TestTokens.ofUser("bob", organization, "coder"));
    private final Encounters clinic = new Encounters(events(), organization);

    @Inject
    AssignmentJob job;

    @BeforeEach
    void automatic() {
        Policies.set(admin, policy -> policy.replace("\"automatic\":false", "\"automatic\":true"));
    }

    @Test
    void aCaseThatFoundNoRoomGoesToACoderWhoHasRoomAgain() {
        Encounters.loadProcedures(organization);
        hire("ann", "CPC", "2099-12-31", "", 1);
        var one = clinic.fluShot(ann);
        var two = clinic.fluShot(ann);
        ann.get(one).body("assignedTo", equalTo("ann"));
        job.lookAt(organization);
        ann.get(two).body("status", equalTo("ready")).body("assignedTo", nullValue());
        coded(ann, one);
        job.lookAt(organization);
        ann.get(two).body("status", equalTo("assigned")).body("assignedTo", equalTo("ann"));
        var etag = Encounters.etag(ann, two);
        job.lookAt(organization);
        assertThat(Encounters.etag(ann, two)).as("it stays as it is").isEqualTo(etag);
    }

    @Test
    void theCasesOfACoderWhoMayHaveNoneGoToOthersUnlessTheyAreOpen() {
        var lastDay = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
        hire("ann", "CPC", lastDay.toString(), "", 50);
        var unopened = clinic.fluShot(ann);
        var begun = clinic.fluShot(ann);
        ann.put(begun + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, begun))
                .statusCode(200)
                .body("assignedTo", equalTo("ann"));
        clocks.moveTo(lastDay.plusDays(1).atTime(0, 5).toInstant(ZoneOffset.UTC));
        job.lookAt(organization);
        ann.get(unopened).body("assignedTo", equalTo("ann")); // nobody else is there
        var bobs = hire("bob", "CPC", "2099-12-31", "", 1);
        job.lookAt(organization);
        ann.get("/api/v1/coding-worklist?assignedTo=bob").body("items", hasSize(1)); // has no room for more
        resize(bobs, true);
        job.lookAt(organization);
        ann.get(unopened).body("assignedTo", equalTo("bob"));
        ann.get(begun).body("assignedTo", equalTo("bob")).body("status", equalTo("in-progress"));
    }

    @Test
    void aCaseThatIsOpenStaysWithWhoHasItOpen() {
        var anns = hire("ann", "CPC", "2099-12-31", "", 50);
        hire("bob", "CPC", "2099-12-31", "\"999\"", 50);
        var path = clinic.fluShot(ann);
        ann.post(path + "/open", "").statusCode(200);
        resize(anns, false);
        hire("cid", "CPC", "2099-12-31", "", 50);
        job.lookAt(organization);
        ann.get(path).body("assignedTo", equalTo("ann"));
        clocks.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
        job.lookAt(organization);
        ann.get(path).body("assignedTo", equalTo("cid")).body("lease", nullValue());
    }

    @Test
    void aCasePassedByItselfGetsACoderWhenItIsOpenedAgain() {
        Encounters.loadProcedures(organization);
        hire("ann", "CPC", "2099-12-31", "", 50);
        Policies.set(admin, policy -> policy.replace("\"enabled\":false", "\"enabled\":true"));
        var late = UUID.randomUUID();
        var denied = UUID.randomUUID();
        publish(late, 1);
        publish(denied, 1);
        for (var encounter : List.of(late, denied)) {
            untilCase(encounter, "released");
            assertThat(caseOf(encounter).extract().jsonPath().getString("items[0].assignedTo"))
                    .isNull();
        }
        publish(late, 2);
        events().publish(
                        organization,
                        new ClaimDenied(
                                UUID.randomUUID(),
                                denied,
                                UUID.randomUUID(),
                                1,
                                "CO",
                                "11",
                                List.of(),
                                42_00,
                                "coding",
                                null));
        for (var encounter : List.of(late, denied)) {
            untilCase(encounter, "in-progress");
            caseOf(encounter).body("items[0].assignedTo", equalTo("ann"));
        }
    }

    @Test
    void whoCodesOrAmendsACaseThatNobodyHasTakesIt() {
        Encounters.loadProcedures(organization);
        Policies.set(admin, policy -> policy.replace("\"enabled\":false", "\"enabled\":true"));
        var amended = clinic.codedByClinician(ann, "Z23");
        ann.post(amended + "/amend", "{\"reason\":\"another code\"}", Encounters.etag(ann, amended))
                .statusCode(200)
                .body("assignedTo", equalTo("ann"));
        var late = UUID.randomUUID();
        publish(late, 1);
        untilCase(late, "released");
        publish(late, 2);
        untilCase(late, "in-progress");
        var path = "/api/v1/coding-cases/" + caseOf(late).extract().jsonPath().getString("items[0].id");
        bob.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(bob, path))
                .statusCode(200)
                .body("assignedTo", equalTo("bob"));
    }

    @Test
    void aCaseWaitsUntilItsSpecialtyIsKnown() {
        hire("ann", "CPC", "2099-12-31", "\"208D\"", 50);
        hire("bob", "CPC", "2099-12-31", "\"207Q\"", 50);
        var practitioner = UUID.randomUUID();
        var path = clinic.fluShot(ann, 42_00, practitioner);
        job.lookAt(organization);
        ann.get(path).body("status", equalTo("ready"));
        events().publish(
                        organization,
                        new PracticeChanged(
                                practitioner,
                                null,
                                new PracticeChanged.Practitioner("1999996666", "Kim", null, "Lee", "207Q00000X"),
                                null),
                        1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ann.get(path).body("assignedTo", equalTo("bob")));
    }

    @Test
    void whatIsOverdueForTooLongIsEscalatedOnceToWhomThePolicyThenNames() {
        Policies.set(admin, policy -> policy.replace("\"times\":{", "\"times\":{\"escalateTo\":\"chief\","));
        var path = clinic.fluShot(ann);
        var due = LocalDate.parse(ann.get(path).extract().jsonPath().getString("dueOn"));
        clocks.moveTo(due.plusDays(2).atTime(12, 0).toInstant(ZoneOffset.UTC));
        job.lookAt(organization);
        ann.get("/api/v1/coding-worklist?escalatedTo=chief").body("items", empty());
        clocks.moveTo(due.plusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC));
        job.lookAt(organization);
        Policies.set(admin, policy -> policy.replace("\"chief\"", "\"other\""));
        clocks.moveTo(due.plusDays(4).atTime(12, 0).toInstant(ZoneOffset.UTC));
        job.lookAt(organization);
        var chief = Api.as(TestTokens.ofUser("chief", organization, "coding-auditor"));
        chief.get("/api/v1/coding-worklist?escalatedTo=me")
                .body("items", hasSize(1))
                .body("items[0].escalated", is(true))
                .body("items[0].escalatedTo", equalTo("chief"))
                .body("items[0].escalatedOn", equalTo(due.plusDays(3).toString()));
        ann.get("/api/v1/coding-worklist?escalatedTo=other").body("items", empty());
    }

    @Test
    void whoeverLooksAtOnceGivesEachCaseOnce() throws InterruptedException {
        hire("ann", "CPC", "2099-12-31", "\"207Q\"", 50); // knows none of these yet
        var paths = Stream.generate(() -> clinic.fluShot(ann)).limit(4).toList();
        hire("bob", "CPC", "2099-12-31", "", 50);
        var lookers = Stream.generate(() -> new Thread(() -> job.lookAt(organization)))
                .limit(4)
                .toList();
        lookers.forEach(Thread::start);
        for (var looker : lookers) {
            looker.join();
        }
        job.lookAt(organization);
        for (var path : paths) {
            ann.get(path).body("assignedTo", equalTo("bob")).body("revision", is(1));
        }
        ann.get("/api/v1/coding-worklist?assignedTo=bob")
                .body("items.status", contains("assigned", "assigned", "assigned", "assigned"));
    }

    private void coded(Api coder, String path) {
        coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                .statusCode(200);
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(200);
    }

    private ValidatableResponse caseOf(UUID encounter) {
        return ann.get("/api/v1/coding-cases?encounterId=" + encounter);
    }

    private void untilCase(UUID encounter, String status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> caseOf(encounter).body("items.status", contains(status)));
    }

    /** Coded by the clinician, so that it passes by itself. */
    private void publish(UUID encounter, int version) {
        events().publish(organization, encounter(encounter, version));
    }

    private static EncounterCompleted encounter(UUID id, int version) {
        return new EncounterCompleted(
                id,
                version,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(UUID.randomUUID()),
                Encounters.DAY,
                List.of(new EncounterCompleted.Service(
                        1, "90658", List.of(), BigDecimal.ONE, 42_00, Encounters.DAY, List.of(1), null, null)),
                null,
                null,
                null,
                List.of(new EncounterCompleted.Diagnosis("Z23", null)),
                null,
                "dr-lee");
    }

    /** @return the coder's path */
    private String hire(String subject, String credential, String expiresOn, String specialties, int loadLimit) {
        return "/api/v1/coders/"
                + admin.post("/api/v1/coders", """
                        {"subject":"%s","name":"%s","credentials":[{"kind":"%s","number":"1","expiresOn":"%s"}],
                         "specialties":[%s],"loadLimit":%d}""".formatted(
                                        subject, subject, credential, expiresOn, specialties, loadLimit))
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("id");
    }

    /** To a load of fifty. */
    private void resize(String coder, boolean active) {
        var subject = admin.get(coder).statusCode(200).extract().jsonPath().getString("subject");
        admin.put(coder, """
                        {"subject":"%s","name":"%s","credentials":[{"kind":"CPC","number":"1","expiresOn":"2099-12-31"}],
                         "specialties":[],"loadLimit":50,"active":%s}""".formatted(subject, subject, active), Encounters.etag(admin, coder))
                .statusCode(200);
    }
}
