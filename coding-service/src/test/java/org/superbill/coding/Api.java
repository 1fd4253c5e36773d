package org.superbill.coding;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.UUID;
import org.superbill.servicekit.testing.TestTokens;

/** The service's API as one caller. */
public final class Api {
    private final String token;

    private Api(String token) {
        this.token = token;
    }

    public static Api as(String token) {
        return new Api(token);
    }

    public static Api as(UUID organization, String role) {
        return new Api(TestTokens.ofUser(role, organization, role));
    }

    /** Who loads code releases for an organization. */
    public static Api loader(UUID organization) {
        return new Api(TestTokens.system(organization, "code-release:load", "code:read"));
    }

    /** Until the code sets are loaded and indexed. */
    public static void awaitReady() {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    public ValidatableResponse get(String path, Object... parameters) {
        return request().get(path, parameters).then();
    }

    public ValidatableResponse post(String path, String body) {
        return write().body(body).post(path).then();
    }

    public ValidatableResponse post(String path, String body, String etag) {
        return write().header("If-Match", etag).body(body).post(path).then();
    }

    public ValidatableResponse put(String path, String body, String etag) {
        return write().header("If-Match", etag).body(body).put(path).then();
    }

    public ValidatableResponse putWithoutRevision(String path, String body) {
        return write().body(body).put(path).then();
    }

    public ValidatableResponse load(String system, String release, String effectiveFrom, String csv) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .queryParam("release", release)
                .queryParam("effectiveFrom", effectiveFrom)
                .body(csv)
                .post("/api/v1/code-systems/" + system + "/releases")
                .then();
    }

    /**
     * Sends an official file.
     *
     * @param query e.g. {@code preview=true&release=2026}
     */
    public ValidatableResponse file(String name, byte[] content, String query) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType("application/octet-stream")
                .body(new ByteArrayInputStream(content)) // REST-assured is slow with a byte[]: 0.6 s a megabyte
                .post("/api/v1/code-files" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token);
    }

    private RequestSpecification write() {
        return request().header("Idempotency-Key", UUID.randomUUID().toString()).contentType("application/json");
    }
}
