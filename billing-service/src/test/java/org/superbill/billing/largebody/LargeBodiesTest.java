package org.superbill.billing.largebody;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

/** More large bodies than there is memory for are asked to come again, and a place is free again however its request ended. */
@QuarkusTest
@BillingStack
class LargeBodiesTest {
    @ConfigProperty(name = "superbill.http.large-bodies")
    int places;

    private final List<Socket> slow = new ArrayList<>();
    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() throws IOException {
        hangUp();
        events.close();
    }

    private void hangUp() throws IOException {
        for (var socket : slow) {
            socket.close();
        }
    }

    /** Sends the head of a large upload, and of its body only the beginning. */
    private void beginsAnUpload() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        slow.add(socket);
        socket.getOutputStream().write("""
                        POST /api/v1/x12-files HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Idempotency-Key: %s\r
                        Content-Type: application/edi-x12\r
                        Content-Length: 2000000\r
                        \r
                        ISA*""".formatted(TestTokens.of(practice.organization, "poster"), UUID.randomUUID())
                .getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private Response uploads(int size) {
        return practice.uploads("ISA*garbage %s~".formatted("x".repeat(size)));
    }

    @Test
    void aPlaceIsFreeAgainHoweverItsRequestEnded() throws IOException {
        for (var i = 0; i < 2 * places; i++) {
            assertThat(uploads(1_100_000).statusCode()).isEqualTo(422);
        }
        for (var i = 0; i < places; i++) {
            beginsAnUpload();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> uploads(1_100_000).statusCode() == 503);
        var answer = uploads(1_100_000);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("https://superbill.org/problems/unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(uploads(1_000).statusCode()).as("a small one").isEqualTo(422);
        hangUp();
        await().atMost(Duration.ofSeconds(30)).until(() -> uploads(1_100_000).statusCode() == 422);
    }

    @Test
    void aLargeFileIsGivenBackOnlyWhenThereIsAPlaceForIt() throws IOException {
        var file = PayerFiles.claimAcknowledgment("NOBODYS", "A2:20", "P") + "\n".repeat(1_100_000);
        var path = "/api/v1/x12-files/" + practice.receives(file).getString("id") + "/content";
        for (var i = 0; i < places; i++) {
            beginsAnUpload();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.request("biller").get(path).statusCode() == 503);
        hangUp();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.request("biller").get(path).statusCode() == 200);
    }
}
