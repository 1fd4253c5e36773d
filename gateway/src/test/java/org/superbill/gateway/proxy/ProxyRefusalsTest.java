package org.superbill.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.servicekit.testing.ServiceStack;

/** Who and what does not pass: no token or a wrong one, an address that nobody has, a request with two meanings. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class ProxyRefusalsTest extends ProxyCalls {
    @Test
    void withoutATokenNothingIsForwarded() throws Exception {
        var before = forwarded();

        given().get("/api/v1/patients/echo")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("https://superbill.org/problems/unauthenticated"))
                .body("title", equalTo("A valid token is needed"))
                .body("status", equalTo(401))
                .body("instance", equalTo("/api/v1/patients/echo"));

        assertThat(forwarded()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expired",
                "foreign-issuer",
                "foreign-audience",
                "foreign-key",
                "changed",
                "unsigned",
                "no-token",
                "hmac"
            })
    void aTokenThatIsNotGoodForwardsNothing(String kind) throws Exception {
        var before = forwarded();

        given().header("Authorization", "Bearer " + BadTokens.of(kind, ORGANIZATION))
                .body("{}")
                .post("/api/v1/patients/echo")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/unauthenticated"))
                .body("instance", equalTo("/api/v1/patients/echo"));

        assertThat(forwarded()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v2/patients",
                "/api/v1",
                "/nowhere",
                "/q/nothing",
                "/api/v1/event-processing/x/stuck-events"
            })
    void anAddressThatNobodyHasIsNotFound(String path) {
        as("biller")
                .get(path)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/not-found"))
                .body("instance", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../q/metrics",
                "/api/v1/patients/../../../q/metrics",
                "/api/v1/patients/%2e%2e/%2e%2e/%2e%2e/q/metrics",
                "/api/v1/patients/..%2f..%2f..%2fq/metrics",
                "/api/v1/patients/%252e%252e/q/metrics",
                "/api/v1/patients/..;/q/metrics",
                "//api/v1/patients",
            })
    void aPathThatClimbsReachesNobody(String path) throws Exception {
        var before = forwarded();

        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("biller")
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/path-malformed", PROBLEM);
        assertThat(forwarded()).isEqualTo(before);
    }

    @Test
    void anAddressWrittenInFullIsReadAsItsPath() throws Exception {
        var answer = raw(
                "GET http://elsewhere.example/api/v1/patients/echo?a=b HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + token("biller") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"uri\":\"/api/v1/patients/echo?a=b\"");
    }

    @Test
    void anUnknownMethodIsRefused() throws Exception {
        var answer = raw("TRACE /api/v1/patients/echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("biller")
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("\r\nAllow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT\r\n")
                .contains("/problems/method-not-allowed");
    }

    @Test
    void aBodyWithTwoLengthsReachesNobody() throws Exception {
        var before = forwarded();

        var answer = raw(
                "POST /api/v1/patients/echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("biller")
                        + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked, identity\r\nConnection: close\r\n\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(forwarded()).isEqualTo(before);
    }
}
