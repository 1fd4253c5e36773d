package org.superbill.patient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.TestTokens;

/** An organization of its own and the calls of its people; no two tests share one. */
public final class Clinic {
    public final UUID organization;

    private Clinic(UUID organization) {
        this.organization = organization;
    }

    public static Clinic opens() {
        return opens(Body.organization());
    }

    public static Clinic opens(Body organization) {
        var answer = writing(TestTokens.platformAdmin())
                .body(organization.toString())
                .post("/api/v1/organizations");
        return new Clinic(created(answer));
    }

    public UUID hires(Body practitioner) {
        return created(post("admin", "/practitioners", practitioner));
    }

    public UUID rents(Body location) {
        return created(post("admin", "/locations", location));
    }

    public UUID contracts(Body payer) {
        return created(post("admin", "/payers", payer));
    }

    public UUID registers(Body patient) {
        return created(post("front-desk", "/patients", patient));
    }

    public UUID insures(UUID patient, Body coverage) {
        return created(post("front-desk", "/patients/" + patient + "/coverages", coverage));
    }

    public UUID receives(Body encounter) {
        return created(post("front-desk", "/encounters", encounter));
    }

    /** With a practitioner, a place and a patient of its own who pays alone. */
    public Body visit() {
        return Body.encounter(registers(Body.patient()), hires(Body.practitioner()), rents(Body.location()));
    }

    public Response post(String role, String path, Body body) {
        return writing(token(role)).body(body.toString()).post("/api/v1" + path);
    }

    /** A step of an encounter that was just read, e.g. {@code complete}. */
    public Response step(String role, UUID encounter, String step, Body body) {
        return reading(role, encounter).body(body.toString()).post("/api/v1/encounters/{id}/" + step, encounter);
    }

    /** A step that needs no body. */
    public Response step(String role, UUID encounter, String step) {
        return reading(role, encounter).post("/api/v1/encounters/{id}/" + step, encounter);
    }

    private RequestSpecification reading(String role, UUID encounter) {
        var etag = get(role, "/encounters/" + encounter).header("ETag");
        return writing(token(role)).header("If-Match", etag == null ? "\"0\"" : etag);
    }

    /** @param etag null to send none */
    public Response put(String role, String path, String etag, Body body) {
        var request = writing(token(role));
        return (etag == null ? request : request.header("If-Match", etag))
                .body(body.toString())
                .put("/api/v1" + path);
    }

    public Response get(String role, String path, Object... queryNamesAndValues) {
        var request = given().auth().oauth2(token(role));
        for (var i = 0; i < queryNamesAndValues.length; i += 2) {
            request = request.queryParam((String) queryNamesAndValues[i], queryNamesAndValues[i + 1]);
        }
        return request.get("/api/v1" + path);
    }

    public String token(String... roles) {
        return TestTokens.of(organization, roles);
    }

    /** A write by the bearer of this token, with an Idempotency-Key that nobody has used. */
    public static RequestSpecification writing(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static UUID created(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return UUID.fromString(PlainJson.of(answer).getString("id"));
    }
}
