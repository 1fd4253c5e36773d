package org.superbill.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** What is too large is refused, as far as can be before it is sent on. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class ProxyLimitsTest extends ProxyCalls {
    @Test
    void aBodyThatSaysThatItIsOverTheLimitIsRefusedUnread() throws Exception {
        var before = forwarded();

        as("biller")
                .body(new byte[2 * MEGABYTE])
                .post("/api/v1/patients/echo")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/body-too-large"));

        assertThat(forwarded()).isEqualTo(before);
    }

    @Test
    void aBodyThatTurnsOutToBeOverTheLimitIsCutOff() throws Exception {
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2 * MEGABYTE]));
        var answer =
                http().send(request("/api/v1/patients/echo").POST(body).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.body()).contains("/problems/body-too-large", "/api/v1/patients/echo");
    }

    @Test
    void anAddressAndHeadersOverTheLimitAreRefusedUnsent() throws Exception {
        var before = forwarded();
        as("biller")
                .get("/api/v1/patients/echo?name=" + "x".repeat(4096))
                .then()
                .statusCode(414)
                .contentType(PROBLEM)
                .header("X-Content-Type-Options", "nosniff")
                .body("type", equalTo("https://superbill.org/problems/uri-too-long"));
        as("biller")
                .header("X-Large", "x".repeat(16 * 1024))
                .get("/api/v1/patients/echo")
                .then()
                .statusCode(431)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/headers-too-large"));
        assertThat(forwarded()).isEqualTo(before);
    }

    @Test
    void aFileThatIsLargerThanAnyOtherBodyMayBePasses() {
        as("biller")
                .contentType("application/edi-x12")
                .body(new ByteArrayInputStream(new byte[20 * MEGABYTE])) // as a byte[] it takes REST-assured 14 s
                .post("/api/v1/x12-files/echo")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(20 * MEGABYTE));
    }

    @Test
    void theGatewaysOwnResourcesHaveTheLimitToo() {
        given().auth()
                .oauth2(TestTokens.platformAdmin())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(new byte[2 * MEGABYTE])
                .post("/api/v1/tokens")
                .then()
                .statusCode(413)
                .contentType(PROBLEM);
    }
}
