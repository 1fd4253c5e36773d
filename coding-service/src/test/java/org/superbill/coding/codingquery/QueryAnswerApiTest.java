package org.superbill.coding.codingquery;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.events.CodingQueryAnswered;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.testing.SecondThread;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** Who answers a question, and what becomes of it until somebody does. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
@WithTestResource(
        value = RecordDouble.class,
        scope = TestResourceScope.GLOBAL) // else this class has an application of its own
class QueryAnswerApiTest extends WithQueries {
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
    void aTokenThatDoesNotSayForWhomItSpeaksAnswersOnlyWhereThePolicyLetsIt() {
        var unnamed = Api.as(organization, "clinician");
        var query = sent(caseInWork());
        unnamed.post(query + "/answer", "{\"option\":0}", Encounters.etag(coder, query))
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-query-not-addressed"));
        Policies.set(
                admin,
                policy -> policy.replace("\"answerWithoutPractitioner\":false", "\"answerWithoutPractitioner\":true"));
        practitioner("other", UUID.randomUUID().toString(), List.of())
                .post(query + "/answer", "{\"option\":0}", Encounters.etag(coder, query))
                .statusCode(403);
        unnamed.post(query + "/answer", "{\"option\":0}", Encounters.etag(coder, query))
                .statusCode(200)
                .body("answeredBy", equalTo("clinician"));
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

    @Test
    void twoAnswersAtOnceLeaveNoCaseWaiting() {
        for (var round = 0; round < 3; round++) {
            var path = caseInWork();
            var answered = Stream.of(sent(path), sent(path))
                    .map(query -> {
                        var etag = Encounters.etag(clinician, query);
                        return CompletableFuture.runAsync(
                                () -> clinician
                                        .post(query + "/answer", "{\"option\":1}", etag)
                                        .statusCode(200),
                                SecondThread.OWN);
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
    void whatIsAskedAfterTheReleaseKeepsNothingWaitingAndItsAnswerIsATask() {
        var path = released();
        var query = sent(path);
        coder.get(path).body("status", equalTo("released"));
        clinician
                .post(query + "/answer", "{\"option\":0}", Encounters.etag(clinician, query))
                .statusCode(200);
        coder.get(path).body("status", equalTo("released")).body("version", is(1));
        var tasks = "/api/v1/coding-worklist/tasks?kind=query-answered&assignedTo=me";
        coder.get(tasks)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].queryId", equalTo(idOf(query)))
                .body("items[0].raisedBy", equalTo("clinician"));
        coder.post(path + "/amend", "{\"reason\":\"the answer\"}", Encounters.etag(coder, path))
                .statusCode(200);
        coder.get(tasks).body("items", hasSize(1));
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(200);
        coder.get(tasks).body("items", hasSize(0));
    }

    @Test
    void anAnswerThatComesWhileALaterVersionIsInWorkIsATaskUntilSomebodyAmendsAfterIt() {
        var path = released();
        var query = sent(path);
        coder.post(path + "/amend", "{\"reason\":\"a modifier\"}", Encounters.etag(coder, path))
                .statusCode(200);
        clocks.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        clinician
                .post(query + "/answer", "{\"option\":0}", Encounters.etag(clinician, query))
                .statusCode(200);
        var tasks = "/api/v1/coding-worklist/tasks?kind=query-answered&assignedTo=me";
        coder.get(tasks).body("items.queryId", contains(idOf(query)));
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(200);
        coder.get(tasks).body("items", hasSize(1)); // nobody has begun to amend it since
        coder.post(path + "/amend", "{\"reason\":\"the answer\"}", Encounters.etag(coder, path))
                .statusCode(200);
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(200);
        coder.get(tasks).body("items", hasSize(0));
        coder.get("/api/v1/coding-worklist/tasks?closed=true").body("items.outcome", contains("amended"));
    }

    @Test
    void anAnswerAfterTheReleaseThatChangesNothingIsDismissedByWhoAsked() {
        var query = sent(released());
        clinician
                .post(query + "/answer", "{\"option\":1}", Encounters.etag(clinician, query))
                .statusCode(200);
        String task = coder.get("/api/v1/coding-worklist/tasks?assignedTo=me")
                .extract()
                .path("items[0].id");
        var dismiss = "/api/v1/coding-worklist/tasks/" + task + "/dismiss";
        Api.as(TestTokens.ofUser("bob", organization, "coder"))
                .post(dismiss, "{\"reason\":\"not mine\"}")
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-case-not-yours"));
        coder.post(dismiss, "{\"reason\":\"the codes stay\"}").statusCode(200).body("outcome", equalTo("dismissed"));
    }

    @Test
    void whatWasNotSentWhenTheCaseIsReleasedIsWithdrawn() {
        var path = visitInWork();
        var draft = written(path, question());
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(200);
        coder.get(draft).body("status", equalTo("withdrawn")).body("withdrawnBecause", equalTo("the case is released"));
        coder.post(draft + "/send", "", Encounters.etag(coder, draft)).statusCode(409);
    }

    @Test
    void ratesAreToldBySixThingsAndOfOneCoder() {
        sent(caseInWork());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var figures = "/api/v1/coding-query-figures?from=%s&to=%s".formatted(today.minusDays(1), today.plusDays(1));
        var lead = Api.as(organization, "coding-auditor");
        var keys = Map.of(
                "coder", "coder",
                "clinician", doctor.toString(),
                "purpose", "diagnosis",
                "specialty", "",
                "payer", "",
                "day", today.toString());
        keys.forEach((by, key) -> lead.get(figures + "&by=" + by)
                .statusCode(200)
                .body("rows.key", contains(key))
                .body("rows[0].asked", is(1)));
        lead.get(figures + "&by=day&coder=coder").body("rows[0].asked", is(1));
        lead.get(figures + "&by=day&coder=bob").body("rows", hasSize(0));
        lead.get(figures + "&specialty=208").body("rows", hasSize(0));
        lead.get(figures + "&payerId=" + doctor).body("rows", hasSize(0));
        lead.get(figures + "&by=mood")
                .statusCode(400)
                .body("errors[0].message", equalTo("by is coder, clinician, purpose, specialty, payer or day"));
    }

    private String visitInWork() {
        Encounters.loadProcedures(organization);
        var clinic = new Encounters(events(), organization);
        clinic.hasPractitioner(doctor);
        var path = clinic.visit(coder, new EncounterCompleted.Document(note, "progress-note", "00"));
        coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                .statusCode(200);
        return path;
    }

    private String released() {
        var path = visitInWork();
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(200);
        coder.get(path).body("status", equalTo("released"));
        return path;
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
}
