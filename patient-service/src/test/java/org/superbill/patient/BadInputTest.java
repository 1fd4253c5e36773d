package org.superbill.patient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.TestTokens;

/** What a caller can do wrong on any path, shown on patients and encounters: a clear problem, and nothing is changed. */
@ServiceTest
class BadInputTest {
    private Clinic clinic;

    @BeforeEach
    void aClinic() {
        clinic = Clinic.opens();
    }

    @Test
    void anUnknownFieldIsNamed() {
        refusesToRegister(Body.patient().with("nickname", "Teddy").toString(), "/nickname");
        refusesToRegister(Body.patient().with("address/country", "US").toString(), "/address/country");
    }

    @Test
    void aWrongTypeIsNamed() {
        refusesToRegister(Body.patient().with("address", "236 N MAIN ST").toString(), "/address");
        refusesToRegister(Body.patient().with("lastName", List.of("SMITH")).toString(), "/lastName");
        var id = clinic.receives(clinic.visit());
        assertRefused(
                clinic.step(
                        "clinician", id, "complete", Body.fluShot().with("services/1/chargeCents", "thirty dollars")),
                400,
                "validation-failed",
                "/services/1/chargeCents");
        assertRefused(
                clinic.step("clinician", id, "complete", Body.fluShot().with("services/1/chargeCents", 30.5)),
                400,
                "validation-failed",
                "/services/1/chargeCents");
        assertRefused(
                clinic.post("front-desk", "/encounters", Body.of("{\"patientId\": \"not-a-uuid\"}")),
                400,
                "validation-failed",
                "/patientId");
    }

    @Test
    void aBodyThatIsNoJsonOrMissingIsRefused() {
        assertRefused(register("{\"lastName\": "), 400, "malformed-request");
        assertRefused(register("[]"), 400, "validation-failed", "");
        assertThat(register("").statusCode()).isEqualTo(400);
        assertThat(register("null").statusCode()).isEqualTo(400);
        assertThatNobodyIsRegistered();
    }

    @Test
    void anotherMediaTypeIsRefused() {
        var answer = Clinic.writing(clinic.token("front-desk"))
                .contentType(ContentType.XML)
                .body("<patient/>")
                .post("/api/v1/patients");

        assertRefused(answer, 415, "unsupported-media-type");
    }

    @Test
    void aFormThatAListDoesNotComeInIsNotAcceptable() {
        for (var form : List.of("text/html", "text/*", "application/xml", "image/png")) {
            assertRefused(
                    Clinic.writing(clinic.token("front-desk")).accept(form).get("/api/v1/patients"),
                    406,
                    "not-acceptable");
        }
        assertThat(Clinic.writing(clinic.token("front-desk"))
                        .accept("text/html, application/*;q=0.5")
                        .get("/api/v1/patients")
                        .contentType())
                .startsWith("application/json");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        var answer = register(
                Body.patient().with("lastName", "S".repeat(11 * 1024 * 1024)).toString());

        assertRefused(answer, 413, "body-too-large");
        assertThatNobodyIsRegistered();
    }

    @Test
    void whatBelongsToAnotherOrganizationIsNotThere() {
        var stranger = Clinic.opens();
        var patient = clinic.registers(Body.patient());
        var payer = clinic.contracts(Body.payer());
        var coverage = clinic.insures(patient, Body.coverage(payer));
        var encounter = clinic.receives(clinic.visit());

        assertRefused(stranger.get("admin", "/patients/" + patient), 404, "patient-not-found");
        assertRefused(
                stranger.put("front-desk", "/patients/" + patient, "\"0\"", Body.patient()), 404, "patient-not-found");
        assertRefused(
                stranger.get("admin", "/patients/" + patient + "/coverages/" + coverage), 404, "coverage-not-found");
        assertRefused(stranger.get("admin", "/patients/" + patient + "/coverages"), 404, "patient-not-found");
        assertRefused(stranger.get("admin", "/payers/" + payer), 404, "payer-not-found");
        assertRefused(stranger.get("admin", "/encounters/" + encounter), 404, "encounter-not-found");
        assertRefused(stranger.get("admin", "/encounters/" + encounter + "/journey"), 404, "encounter-not-found");
        assertRefused(stranger.step("clinician", encounter, "complete", Body.fluShot()), 404, "encounter-not-found");
        assertRefused(
                stranger.step("front-desk", encounter, "void", Body.of("{\"reason\": \"Mischief\"}")),
                404,
                "encounter-not-found");
        assertThat(PlainJson.of(stranger.get("admin", "/patients")).getList("items"))
                .isEmpty();
        assertThat(PlainJson.of(stranger.get("admin", "/encounters")).getList("items"))
                .isEmpty();
        assertThat(PlainJson.of(clinic.get("coder", "/encounters/" + encounter)).getString("status"))
                .isEqualTo("in-progress");
    }

    @Test
    void aTokenThatIsMissingExpiredOrForeignIsRefused() {
        assertRefused(given().get("/api/v1/patients"), 401, "unauthenticated");
        var expired = TestTokens.sign(TestTokens.claims("late", "front-desk")
                .claim("organization", clinic.organization.toString())
                .issuedAt(Instant.parse("2026-01-01T00:00:00Z"))
                .expiresAt(Instant.parse("2026-01-01T01:00:00Z")));
        assertRefused(registerWith(expired), 401, "unauthenticated");
        var foreign = TestTokens.sign(TestTokens.claims("foreign", "front-desk")
                .claim("organization", clinic.organization.toString())
                .issuer("somebody-else"));
        assertRefused(registerWith(foreign), 401, "unauthenticated");
        var elsewhere = TestTokens.sign(TestTokens.claims("elsewhere", "front-desk")
                .claim("organization", clinic.organization.toString())
                .audience("another-system")
                .expiresIn(Duration.ofHours(1)));
        assertRefused(registerWith(elsewhere), 401, "unauthenticated");
        assertRefused(registerWith("not.a.token"), 401, "unauthenticated");
        assertThatNobodyIsRegistered();
    }

    @Test
    void aTokenOfNoOrganizationOrWithoutTheRoleIsRefused() {
        assertRefused(registerWith(TestTokens.sign(TestTokens.claims("nobody", "front-desk"))), 403, "forbidden");
        assertRefused(registerWith(clinic.token("coder")), 403, "forbidden");
        assertRefused(registerWith(clinic.token("no-such-role")), 403, "forbidden");
        assertThatNobodyIsRegistered();
    }

    @Test
    void aWriteWithoutAKeyIsRefused() {
        var answer = given().auth()
                .oauth2(clinic.token("front-desk"))
                .contentType(ContentType.JSON)
                .body(Body.patient().toString())
                .post("/api/v1/patients");

        assertRefused(answer, 400, "idempotency-key-missing", "header:Idempotency-Key");
        assertThatNobodyIsRegistered();
    }

    @Test
    void aWriteWithTheSameKeyIsDoneOnceAndAnsweredTheSame() {
        var key = UUID.randomUUID().toString();
        var answers = IntStream.range(0, 3)
                .mapToObj(i -> registerWithKey(key, Body.patient().toString()))
                .toList();

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.get(0).asString());
        assertThat(answers).extracting(answer -> answer.header("ETag")).containsOnly("\"0\"");
        assertThat(answers)
                .extracting(answer -> answer.header("Location"))
                .containsOnly(answers.get(0).header("Location"));
        assertThat(answers)
                .extracting(answer -> answer.header("Idempotency-Replayed"))
                .containsExactly(null, "true", "true");
        assertThat(PlainJson.of(clinic.get("front-desk", "/patients")).getList("items"))
                .hasSize(1);
        assertRefused(
                registerWithKey(key, Body.patient().with("lastName", "JONES").toString()),
                422,
                "idempotency-key-reused");
    }

    @Test
    void anOrganizationIsCreatedOnceWithOneKey() {
        var key = UUID.randomUUID().toString();
        var ids = IntStream.range(0, 2)
                .mapToObj(i -> given().auth()
                        .oauth2(TestTokens.platformAdmin())
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key)
                        .body(Body.organization().toString())
                        .post("/api/v1/organizations"))
                .map(Clinic::created)
                .distinct();

        assertThat(ids).hasSize(1);
    }

    private void refusesToRegister(String body, String pointer) {
        assertRefused(register(body), 400, "validation-failed", pointer);
        assertThatNobodyIsRegistered();
    }

    private void assertThatNobodyIsRegistered() {
        assertThat(PlainJson.of(clinic.get("front-desk", "/patients")).getList("items"))
                .isEmpty();
    }

    private Response register(String body) {
        return Clinic.writing(clinic.token("front-desk")).body(body).post("/api/v1/patients");
    }

    private static Response registerWith(String token) {
        return Clinic.writing(token).body(Body.patient().toString()).post("/api/v1/patients");
    }

    private Response registerWithKey(String key, String body) {
        return given().auth()
                .oauth2(clinic.token("front-desk"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/patients");
    }
}
