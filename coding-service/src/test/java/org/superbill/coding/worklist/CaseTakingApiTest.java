package org.superbill.coding.worklist;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.superbill.servicekit.testing.SecondThread;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** Who may take a case, keep it and take it away. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CaseTakingApiTest extends WithEvents {
    private final UUID organization = UUID.randomUUID();
    private final Api admin = Api.as(organization, "admin");
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api bob = Api.as(TestTokens.ofUser("bob", organization, "coder"));
    private final Api lead = Api.as(TestTokens.ofUser("eve", organization, "coding-auditor"));
    private final Encounters clinic = new Encounters(events(), organization);

    @Test
    void whoseCredentialExpiresWithACaseInHandGoesNoFurther() {
        var lastDay = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
        admin.post("/api/v1/coders", """
                        {"subject":"ann","name":"ann","credentials":[{"kind":"CPC","number":"1","expiresOn":"%s"}],"specialties":[]}""".formatted(lastDay)).statusCode(201);
        var path = clinic.fluShot(ann);
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200);
        clocks.moveTo(clock.instant().plus(Duration.ofDays(5)));
        for (var step : List.of("/open", "/finalize")) {
            ann.post(path + step, "{}", Encounters.etag(ann, path))
                    .statusCode(422)
                    .body("type", equalTo("https://superbill.org/problems/coder-not-eligible"));
        }
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(422);
        bob.post(path + "/assign", "{}", Encounters.etag(bob, path)).statusCode(200);
        bob.post(path + "/open", "").statusCode(200);
    }

    @Test
    void anOpenCaseIsTakenAwayByWhoLeadsOnly() {
        var path = clinic.fluShot(ann);
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200);
        bob.post(path + "/assign", "{}", Encounters.etag(bob, path))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-case-open-elsewhere"));
        lead.post(path + "/assign", "{\"coder\":\"bob\"}", Encounters.etag(lead, path))
                .statusCode(200)
                .body("assignedTo", equalTo("bob"))
                .body("lease", equalTo(null));
        lead.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(lead, path))
                .statusCode(403);
        bob.post(path + "/open", "").statusCode(200);
        clocks.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
        ann.post(path + "/assign", "{}", Encounters.etag(ann, path)).statusCode(200); // the lease is over
    }

    @Test
    void whoseCaseAnotherTakesIsTold() {
        var path = clinic.fluShot(ann);
        ann.post(path + "/assign", "{}", Encounters.etag(ann, path)).statusCode(200);
        bob.post(path + "/assign", "{}", Encounters.etag(bob, path)).statusCode(200);
        bob.post(path + "/assign", "{\"coder\":\"kim\"}", Encounters.etag(bob, path))
                .statusCode(200); // who gives away knows
        var tasks = "/api/v1/coding-worklist/tasks?kind=handed-over&assignedTo=";
        String task = ann.get(tasks + "me")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].caseId", equalTo(path.substring(path.lastIndexOf('/') + 1)))
                .body("items[0].raisedBy", equalTo("bob"))
                .extract()
                .path("items[0].id");
        bob.get(tasks + "me").body("items", hasSize(0));
        ann.post("/api/v1/coding-worklist/tasks/" + task + "/dismiss", "{\"reason\":\"I know\"}")
                .statusCode(200);
        ann.get(tasks + "me").body("items", hasSize(0));
    }

    @Test
    void aHandOverIsToldOnceAndNoLongerThanItMatters() {
        var path = clinic.fluShot(ann);
        var tasks = "/api/v1/coding-worklist/tasks?kind=handed-over&assignedTo=me";
        assigned(path, "ann");
        assigned(path, "bob");
        ann.get(tasks).body("items", hasSize(1));
        assigned(path, "ann");
        ann.get(tasks).body("items", hasSize(0));
        bob.get(tasks).body("items", hasSize(1));
        assigned(path, "bob");
        ann.get(tasks).body("items", hasSize(1));
        ann.get(tasks + "&closed=true").body("items.outcome", contains("settled"));
        bob.get(tasks).body("items", hasSize(0));
        Encounters.loadProcedures(organization);
        bob.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(bob, path))
                .statusCode(200);
        ann.get(tasks).body("items", hasSize(1));
        bob.post(path + "/finalize", "{}", Encounters.etag(bob, path)).statusCode(200);
        ann.get(tasks).body("items", hasSize(0));
    }

    private void assigned(String path, String coder) {
        lead.post(path + "/assign", "{\"coder\":\"%s\"}".formatted(coder), Encounters.etag(lead, path))
                .statusCode(200);
    }

    @Test
    void whoseLeaseRanOutSavesUnlessAnotherHasOpenedTheCase() {
        var path = clinic.fluShot(ann);
        var etag = ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200)
                .extract()
                .header("ETag");
        clocks.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
        etag = ann.put(path + "/coding", Encounters.FLU_SHOT, etag)
                .statusCode(200)
                .extract()
                .header("ETag");
        clocks.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
        bob.post(path + "/open", "").statusCode(200);
        ann.put(path + "/coding", Encounters.FLU_SHOT, etag).statusCode(412);
    }

    @Test
    void ofTwoWhoAskAtOnceEachGetsACaseOfTheirOwn() {
        var paths = Stream.generate(() -> clinic.fluShot(ann)).limit(6).toList();
        var asked = Stream.of(ann, bob, ann, bob, ann, bob)
                .map(coder -> supplyAsync(
                        () -> coder.post("/api/v1/coding-worklist/next", "")
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getString("id"),
                        SecondThread.OWN))
                .toList();
        assertThat(asked.stream().map(CompletableFuture::join).map(id -> "/api/v1/coding-cases/" + id))
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void ofTwoWhoSaveAtOnceOneSavesAndTheOtherIsTold() {
        var path = clinic.fluShot(ann);
        var etag = ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200)
                .extract()
                .header("ETag");
        var answers = Stream.generate(() -> supplyAsync(
                        () -> ann.put(path + "/coding", Encounters.FLU_SHOT, etag)
                                .extract()
                                .statusCode(),
                        SecondThread.OWN))
                .limit(4)
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void whereDutiesAreApartWhoCompletedTheEncounterDoesNotCodeIt() {
        Policies.set(admin, policy -> policy.replace("\"dutiesApart\":false", "\"dutiesApart\":true"));
        var clinician = Api.as(TestTokens.ofUser("dr-lee", organization, "clinician", "coder"));
        var path = clinic.codedByClinician(ann, "Z23");
        for (var step : List.of("/open", "/assign")) {
            clinician
                    .post(path + step, "{}", Encounters.etag(ann, path))
                    .statusCode(403)
                    .body("type", equalTo("https://superbill.org/problems/coding-duties-apart"));
        }
        clinician
                .put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(403);
        clinician.post("/api/v1/coding-worklist/next", "").statusCode(204);
        lead.post(path + "/assign", "{\"coder\":\"dr-lee\"}", Encounters.etag(ann, path))
                .statusCode(403);
        ann.post("/api/v1/coding-worklist/next", "").statusCode(200).body("assignedTo", equalTo("ann"));
    }
}
