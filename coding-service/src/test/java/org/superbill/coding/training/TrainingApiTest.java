package org.superbill.coding.training;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class TrainingApiTest {
    private static final String CASES = "/api/v1/coding-training/cases";
    private static final String RIGHT = """
            {"diagnoses":["J02.0"],"lines":[{"lineNumber":1,"procedureCode":"99213","units":1,"diagnosisPointers":[1]}]}""";

    private final UUID organization = UUID.randomUUID();
    private final Api admin = Api.as(organization, "admin");
    private final Api teacher = Api.as(organization, "coding-auditor");
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));

    @Test
    void anAttemptIsScoredAndOnlyTheFirstAtACaseCounts() {
        var path = added();
        ann.get(path).body("gold", nullValue()).body("explanation", nullValue());
        ann.post(path + "/attempts", RIGHT.replace("J02.0", "J02.9"))
                .statusCode(201)
                .body("first", is(true))
                .body("score.right", is(1))
                .body("score.items", is(2)) // the line points to the same place
                .body("score.errors.kind", contains("wrong"))
                .body("gold.diagnoses", contains("J020"));
        ann.post(path + "/attempts", RIGHT)
                .statusCode(201)
                .body("first", is(false))
                .body("score.errors", empty());
        ann.get("/api/v1/coding-training/progress")
                .body("coder", equalTo("ann"))
                .body("cases", is(1))
                .body("accuracy.share", is(0.5f))
                .body("ready", is(true))
                .body("days", hasSize(1));
    }

    @Test
    void aCaseWhoseRightAnswerTheRulesRefuseIsNotKept() {
        Api.awaitReady();
        teacher.post(CASES, PracticeCaseDetails.EXAMPLE.replace("\"J02.0\"]", "\"J02.0\",\"J02\"]"))
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/practice-answer-wrong"))
                .body("errors.pointer", hasItem("/gold/diagnoses/1"));
        teacher.post(
                        CASES,
                        PracticeCaseDetails.EXAMPLE.replace("\"diagnosisPointers\":[1]", "\"diagnosisPointers\":[2]"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/gold/lines/0/diagnosisPointers/0"));
        teacher.post(
                        CASES,
                        PracticeCaseDetails.EXAMPLE.replace(
                                "\"J02.0\"],", "\"J02.0\"],\"presentOnAdmission\":[\"Y\"],"))
                .statusCode(422)
                .body("errors.pointer", contains("/gold/presentOnAdmission"));
        teacher.get(CASES).body("items", empty());
        added();
    }

    @Test
    void aStaysAnswerIsJudgedAsAnInpatients() {
        Api.awaitReady();
        var stay = """
                {"title":"Pneumonia","kind":"facility","serviceDate":"2026-03-02","note":"Lobar pneumonia.","services":[],
                 "gold":{"diagnoses":["J18.1"],"presentOnAdmission":["%s"],"lines":[]}}""";
        teacher.post(CASES, stay.formatted("Y")).statusCode(201);
        teacher.post(CASES, stay.formatted("1")) // which is for exempt codes
                .statusCode(422)
                .body("errors.pointer", contains("/gold/diagnoses/0/presentOnAdmission"));
    }

    @Test
    void whoMadeACaseKnowsItsAnswerAndIsNotMeasuredByIt() {
        var both = Api.as(TestTokens.ofUser("tom", organization, "coding-auditor", "coder"));
        var path = both.post(CASES, PracticeCaseDetails.EXAMPLE)
                .statusCode(201)
                .extract()
                .header("Location");
        both.post(path + "/attempts", RIGHT).statusCode(201).body("first", is(false));
        both.get("/api/v1/coding-training/progress").body("cases", is(0));
    }

    @Test
    void realCasesComeAfterThePracticeThatThePolicyAsksFor() {
        Api.awaitReady();
        admin.post(
                        "/api/v1/coders",
                        "{\"subject\":\"ann\",\"name\":\"Ann\",\"credentials\":[{\"kind\":\"CPC\",\"number\":\"1\",\"expiresOn\":\"2099-12-31\"}],\"specialties\":[]}")
                .statusCode(201);
        Policies.set(admin, policy -> policy.replace("\"trainingCases\":0", "\"trainingCases\":2"));
        try (var events = TestEvents.open()) {
            var real = new Encounters(events, organization).fluShot(ann);
            ann.post(added() + "/attempts", RIGHT).statusCode(201);
            Api.as(organization, "coder")
                    .post(real + "/assign", "{}", Encounters.etag(ann, real))
                    .statusCode(422);
            ann.post(real + "/assign", "{}", Encounters.etag(ann, real))
                    .statusCode(422)
                    .body("detail", equalTo("The coder has done fewer practice cases than the policy asks for"));
            ann.post(added() + "/attempts", RIGHT).statusCode(201);
            ann.get("/api/v1/coding-training/progress?coder=ann").body("ready", is(true));
            ann.post(real + "/assign", "{}", Encounters.etag(ann, real)).statusCode(200);
        }
    }

    @Test
    void aRetiredCaseIsPractisedNoMoreAndOthersSeeNothing() {
        var path = added();
        ann.post(path + "/retire", "").statusCode(403);
        teacher.post(path + "/retire", "").statusCode(200).body("retired", is(true));
        teacher.post(path + "/retire", "").statusCode(200);
        ann.post(path + "/attempts", RIGHT)
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/practice-case-retired"));
        ann.get(CASES).body("items", empty());
        Api.as(UUID.randomUUID(), "coder").get(path).statusCode(404);
        teacher.post(CASES, PracticeCaseDetails.EXAMPLE.replace("\"title\"", "\"name\""))
                .statusCode(400)
                .body("errors.pointer", hasItem("/name"));
        ann.post(CASES, PracticeCaseDetails.EXAMPLE).statusCode(403);
    }

    private String added() {
        return teacher.post(CASES, PracticeCaseDetails.EXAMPLE)
                .statusCode(201)
                .extract()
                .header("Location");
    }
}
