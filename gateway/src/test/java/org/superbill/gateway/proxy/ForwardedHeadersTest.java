package org.superbill.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedHeadersTest {

    private static final ForwardedHeaders.Origin ORIGIN =
            new ForwardedHeaders.Origin("192.0.2.7", "https", "superbill.example", "request-1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-User",
                "X-Forwarded-Prefix",
                "X-Organization",
                "X-Organization-Id",
                "x-roles",
                "X-User",
                "X-Real-Ip",
                "X-Original-URL",
                "X-HTTP-Method-Override",
                "Cookie",
                "Via",
                "Proxy-Authorization",
                "Upgrade",
                "Expect"
            })
    void whatClaimsToSayWhoOrFromWhereDoesNotPass(String name) {
        var headers = MultiMap.caseInsensitiveMultiMap().add(name, "spoofed");

        ForwardedHeaders.toService(headers, ORIGIN);

        assertThat(headers.contains(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host"})
    void whereItCameFromIsSaidByTheGatewayAlone(String name) {
        var headers = MultiMap.caseInsensitiveMultiMap().add(name, "spoofed").add(name, "twice");

        ForwardedHeaders.toService(headers, ORIGIN);

        assertThat(headers.getAll(name)).singleElement().isNotEqualTo("spoofed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Content-Type",
                "Accept",
                "Idempotency-Key",
                "If-Match",
                "traceparent",
                "tracestate",
                "X-Purpose-Of-Use"
            })
    void whatTheApiNeedsPasses(String name) {
        var headers = MultiMap.caseInsensitiveMultiMap().add(name, "value");

        ForwardedHeaders.toService(headers, ORIGIN);

        assertThat(headers.get(name)).isEqualTo("value");
    }

    @Test
    void whatConnectionNamesIsForThisHopOnlyButCannotTakeTheGatewaysOwnAway() {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "close, If-Match, X-Forwarded-For")
                .add("If-Match", "\"1\"");

        ForwardedHeaders.toService(headers, ORIGIN);

        assertThat(headers.contains("If-Match")).isFalse();
        assertThat(headers.contains("Connection")).isFalse();
        assertThat(headers.get("X-Forwarded-For")).isEqualTo("192.0.2.7");
    }

    @Test
    void aServicesOwnNameIsTakenOutOfLocationAndOthersAreLeftAlone() {
        assertThat(location("http://patient-service:8081/api/v1/patients/1")).isEqualTo("/api/v1/patients/1");
        assertThat(location("/api/v1/patients/1")).isEqualTo("/api/v1/patients/1");
        assertThat(location("https://elsewhere.example/login?to=/api/v1"))
                .isEqualTo("https://elsewhere.example/login?to=/api/v1");
    }

    private static String location(String given) {
        var headers = MultiMap.caseInsensitiveMultiMap().add("Location", given).add("Server", "x");
        ForwardedHeaders.toClient(headers);
        assertThat(headers.contains("Server")).isFalse();
        return headers.get("Location");
    }
}
