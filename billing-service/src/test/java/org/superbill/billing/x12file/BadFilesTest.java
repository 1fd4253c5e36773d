package org.superbill.billing.x12file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** What is no X12, or not sound: a clear answer, the file kept, nothing applied. */
@QuarkusTest
@BillingStack
class BadFilesTest {
    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        assertThat(practice.account("cash")).isZero();
        events.close();
    }

    private static String payment() {
        return PayerFiles.remittance("T1")
                .claim("X", "1", "100", "100", "0", "PCN1")
                .patient()
                .text();
    }

    private void assertMalformed(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.contentType()).contains("problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("https://superbill.org/problems/x12-malformed");
        assertThat(answer.jsonPath().getList("errors.pointer")).isNotEmpty();
        assertThat(answer.jsonPath().getString("errors[0].pointer")).startsWith("/interchange/1");
        assertThat(practice.get("/api/v1/x12-files").getList("items.state")).containsExactly("rejected");
    }

    @Test
    void whatIsNoX12IsKeptAndRefused() {
        assertMalformed(practice.uploads("{\"this\": \"is JSON\"}"));
    }

    @Test
    void aFileThatEndsInTheMiddleIsRefusedWhole() {
        var text = payment();
        assertMalformed(practice.uploads(text.substring(0, text.indexOf("SE*"))));
    }

    @Test
    void aWrongCountOfSegmentsIsRefused() {
        assertMalformed(practice.uploads(payment().replaceFirst("SE\\*\\d+\\*", "SE*99*")));
    }

    @Test
    void anEmptyFileIsRefused() {
        var answer = practice.uploads("   ");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(practice.get("/api/v1/x12-files").getList("items.state")).containsExactly("rejected");
    }

    @Test
    void theSameMalformedBytesAreAnsweredInTheSameWayAndKeptOnce() {
        assertMalformed(practice.uploads("ISA*garbage~"));
        assertMalformed(practice.uploads("ISA*garbage~"));
    }

    @Test
    void aMalformedFileInAMailboxIsKeptAndDoesNotBlockTheNext() {
        practice.registers(practice.facts()); // with a payer that is reached by the mailbox's connection
        practice.receives(PayerFiles.claimAcknowledgment("NOBODYS", "A2:20", "P"));
        FakePayer.put(practice.organization, "no X12 at all");
        FakePayer.put(practice.organization, PayerFiles.claimAcknowledgment("NOBODYS", "A1:19", ""));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> FakePayer.waiting(practice.organization) == 0);
        assertThat(practice.get("/api/v1/x12-files").getList("items.state"))
                .containsExactly("processed", "rejected", "processed");
    }

    @Test
    void aKindThatIsNotTakenHereIsRefused() {
        var claims = PayerFiles.interchange("HC", "005010X222A1", "ST*837*0001*005010X222A1~\nSE*2*0001~\n");
        var answer = practice.uploads(claims);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("partly-processed");
        assertThat(answer.jsonPath().getString("outcomes[0].result")).isEqualTo("rejected");
    }

    @Test
    void anAmountThatIsNoneIsRefusedWithItsPlace() {
        var file = practice.receives(payment().replace("CLP*X*1*100*100", "CLP*X*1*ABC*100"));
        assertThat(file.getString("outcomes[0].result")).isEqualTo("rejected");
        assertThat(file.getString("outcomes[0].message")).contains("CLP03").doesNotContain("ABC");
    }

    @Test
    void theBytesComeBackAsTheyCame() {
        var text = PayerFiles.claimAcknowledgment("NOBODYS", "A2:20", "P");
        var id = practice.receives(text).getString("id");
        assertThat(practice.request("biller")
                        .get("/api/v1/x12-files/" + id + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(text);
    }

    @Test
    void whoMayNotUploadIsRefused() {
        var answer = practice.request("coder")
                .header("Idempotency-Key", "k1")
                .contentType("application/edi-x12")
                .body(payment().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/x12-files");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(practice.get("/api/v1/x12-files").getList("items")).isEmpty();
    }

    @Test
    void whoMayNotPostUploadsNoPayment() {
        var answer = practice.uploads("biller", payment());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("https://superbill.org/problems/forbidden");
        assertThat(answer.jsonPath().getString("detail")).contains("remittance:post");
        var together = payment() + PayerFiles.claimAcknowledgment("NOBODYS", "A2:20", "P");
        assertThat(practice.uploads("biller", together).statusCode()).isEqualTo(403);
        assertThat(practice.get("/api/v1/x12-files").getList("items")).isEmpty();
        assertThat(practice.uploads("biller", PayerFiles.claimAcknowledgment("NOBODYS", "A2:20", "P"))
                        .statusCode())
                .isEqualTo(201);
    }

    /** It is kept after the request's own transaction: beside it each would hold one connection and wait for another. */
    @Test
    void asManyMalformedFilesAtOnceAsThereAreConnectionsAndMoreAreAllAnswered() throws Exception {
        var uploads = Executors.newFixedThreadPool(60);
        try {
            var answers = uploads.invokeAll(IntStream.range(0, 60)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            practice.uploads("ISA*garbage %d~".formatted(i)).statusCode())
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(422);
            }
        } finally {
            uploads.shutdown();
        }
        assertThat(practice.get("/api/v1/x12-files?limit=200").getList("items.state"))
                .hasSize(60)
                .containsOnly("rejected");
    }

    @Test
    void anotherOrganizationsFileIsNotThere() {
        var id = practice.receives(PayerFiles.claimAcknowledgment("NOBODYS", "A2:20", "P"))
                .getString("id");
        var other = new Practice(events);
        assertThat(other.request("biller").get("/api/v1/x12-files/" + id).statusCode())
                .isEqualTo(404);
        assertThat(other.request("biller")
                        .get("/api/v1/x12-files/" + id + "/content")
                        .statusCode())
                .isEqualTo(404);
    }
}
