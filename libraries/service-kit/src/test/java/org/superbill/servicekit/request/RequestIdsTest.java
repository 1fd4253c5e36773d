package org.superbill.servicekit.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.servicekit.sample.Api.NOTES;
import static org.superbill.servicekit.sample.Api.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.sample.LogOfTest;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class RequestIdsTest {

    private final String token = TestTokens.of(UUID.randomUUID(), "front-desk");

    @Test
    void theCallersRequestIdComesBackAndIsKnownInside() {
        var answer = as(token).header("X-Request-Id", "caller-1234").get(NOTES + "/caller");
        assertThat(answer.header("X-Request-Id")).isEqualTo("caller-1234");
        assertThat(answer.<String>path("[2]")).isEqualTo("caller-1234");
    }

    @Test
    void aRequestWithoutOneGetsOneAlsoWhenItIsRefused() {
        assertThat(as(token).get(NOTES).header("X-Request-Id")).hasSize(36);
        assertThat(given().get(NOTES).header("X-Request-Id")).hasSize(36);
    }

    @Test
    void aShortRequestIdIsOneToo() {
        var answer = as(token).header("X-Request-Id", "7").get(NOTES + "/caller");
        assertThat(answer.header("X-Request-Id")).isEqualTo("7");
        assertThat(answer.<String>path("[2]")).isEqualTo("7");
    }

    @Test
    void whatIsNoRequestIdIsNotTakenOver() {
        assertThat(as(token)
                        .header("X-Request-Id", "Jane Doe <1980>")
                        .get(NOTES)
                        .header("X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void theLogHasTheRequestIdAndTheTraceInItsContext() {
        var log = new LogOfTest();
        log.start();
        as(token)
                .header("X-Request-Id", "caller-5678")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get(NOTES + "/" + UUID.randomUUID());
        assertThat(log.stop())
                .anyMatch(line -> line.contains("404 not-found")
                        && line.contains("caller-5678")
                        && line.contains("0af7651916cd43dd8448eb211c80319c"));
    }
}
