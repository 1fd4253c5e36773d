package org.superbill.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
    void jsonIsNoFileWhereverItComes() throws Exception {
        var before = forwarded();
        for (var path : List.of("claim-checks", "remittances", "deposits", "x12-files", "code-files")) {
            as("biller")
                    .contentType("application/json; charset=utf-8")
                    .body(new byte[MEGABYTE + 1])
                    .post("/api/v1/" + path + "/echo")
                    .then()
                    .statusCode(413)
                    .body("type", equalTo("https://superbill.org/problems/body-too-large"));
        }
        assertThat(forwarded()).isEqualTo(before);
    }

    @Test
    void whatIsLargerThanAnyFileIsRefusedAsEverythingElseIs() throws Exception {
        var head = headOfAnswer("""
                POST /api/v1/x12-files/echo HTTP/1.1
                Host: x
                Origin: https://front.example
                X-Request-Id: too-large
                Content-Type: application/edi-x12
                Content-Length: 67108865

                """.replace("\n", "\r\n"));
        assertThat(head.get(0)).startsWith("HTTP/1.1 413");
        assertThat(String.join("\n", head).toLowerCase(Locale.ROOT))
                .contains("access-control-allow-origin: https://front.example")
                .contains("x-content-type-options: nosniff")
                .contains("x-request-id: too-large");
    }

    /** To a request whose body nobody sends. */
    private List<String> headOfAnswer(String request) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort());
                var answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return answer.lines().takeWhile(line -> !line.isEmpty()).toList();
        }
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
