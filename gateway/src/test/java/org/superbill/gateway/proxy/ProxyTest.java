package org.superbill.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.servicekit.testing.ServiceStack;

/** What passes: a request on its way to its service and the answer back. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class ProxyTest extends ProxyCalls {
    @Test
    void aRequestReachesTheServiceWithItsQueryAndItsBody() {
        as("biller")
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"3\"")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .body("{\"a\":1}")
                .put("/api/v1/patients/1?limit=2&q=a%2Fb")
                .then()
                .statusCode(200)
                .body("method", equalTo("PUT"))
                .body("uri", equalTo("/api/v1/patients/1?limit=2&q=a%2Fb"))
                .body("bytes", equalTo(7))
                .body("headers.idempotency-key", hasItem("k-1"))
                .body("headers.if-match", hasItem("\"3\""))
                .body("headers.traceparent", hasItem("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .body("headers.authorization[0]", startsWith("Bearer "));
    }

    @Test
    void theServiceHearsFromTheGatewayAloneWhereARequestCameFrom() {
        as("biller")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=203.0.113.9")
                .header("X-Organization", UUID.randomUUID())
                .header("Cookie", "session=1")
                .get("/api/v1/patients/echo")
                .then()
                .statusCode(200)
                .body("headers.x-forwarded-for", equalTo(List.of("127.0.0.1")))
                .body("headers.x-forwarded-proto", equalTo(List.of("http")))
                .body("headers.x-forwarded-host[0]", equalTo(gateway.getAuthority()))
                .body("headers.forwarded", nullValue())
                .body("headers.x-organization", nullValue())
                .body("headers.cookie", nullValue());
    }

    @Test
    void aSaneRequestIdIsKeptOnBothSides() {
        as("biller")
                .header("X-Request-Id", "visit-7.a")
                .get("/api/v1/patients/echo")
                .then()
                .header("X-Request-Id", "visit-7.a")
                .body("headers.x-request-id", equalTo(List.of("visit-7.a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with space", "<script>", "0123456789012345678901234567890123456789012345678901234567890123456"})
    void anyOtherRequestIdIsReplaced(String given) {
        var answer = as("biller").header("X-Request-Id", given).get("/api/v1/patients/echo");

        assertThat(answer.header("X-Request-Id")).isNotEqualTo(given).hasSize(36);
        assertThat(answer.jsonPath().getString("headers.x-request-id[0]")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void anAnswerComesBackWithItsStatusAndHeadersAndWithoutTheServicesName() {
        as("biller")
                .post("/api/v1/patients/created")
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/patients/1")
                .header("ETag", "\"1\"")
                .header("X-Powered-By", nullValue());
    }

    @Test
    void aServicesOwnProblemPassesUnchanged() {
        as("biller")
                .get("/api/v1/patients/forbidden")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("status", equalTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/patients/echo", "/api/v1/nothing", "/api/v1/events", "/q/health/live", "/nowhere"})
    void everyAnswerHasTheSecurityHeaders(String path) {
        as("biller")
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void theServiceSaysWhichMethodsItsAddressKnows() {
        as("biller").post("/api/v1/patients/put-only").then().statusCode(405).header("Allow", "OPTIONS, PUT");
    }

    @Test
    void onlyTheOriginsThatAreNamedMayCallFromABrowser() {
        given().header("Origin", "https://front.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "idempotency-key")
                .options("/api/v1/patients")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://front.example");
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/patients")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aRequestIsCountedWithoutSayingWhatWasAskedFor() {
        given().get("/api/v1/patients/01966f2e-5d3b-7e4f-9a67-1c2d3e4f5a6b?name=Doe");

        var metrics = as("biller").get("/q/metrics").asString();

        assertThat(metrics)
                .contains("superbill_gateway_requests_seconds_count{service=\"patient-service\",status=\"401\"}")
                .doesNotContain("01966f2e-5d3b")
                .doesNotContain("Doe");
    }

    @Test
    void theMetricsNeedAToken() {
        given().get("/q/metrics").then().statusCode(401).contentType(PROBLEM);
    }
}
