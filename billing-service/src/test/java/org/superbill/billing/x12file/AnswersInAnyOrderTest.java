package org.superbill.billing.x12file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.billing.connection.CrashingConnections;
import org.superbill.billing.connection.CrashingConnections.Moment;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** What payers answer comes in any order, twice, damaged, and before we know that we have sent: the end is the same. */
@QuarkusTest
@BillingStack
class AnswersInAnyOrderTest {
    private TestEvents events;
    private Practice practice;

    @Inject
    X12Files files;

    @Inject
    Tenancy tenancy;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        assertThat(practice.get("/api/v1/reconciliation").getBoolean("addsUp")).isTrue();
        events.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theEndIsTheSame(long seed) {
        var random = new Random(seed);
        var claimId = practice.receivesClaim(practice.facts());
        var file = practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        var answers = new ArrayList<String>();
        var sound = List.of(
                PayerFiles.ta1(file, "A", "000"),
                PayerFiles.functional(file, "A"),
                PayerFiles.claimAcknowledgment(number, "A1:19", "PCN1"),
                PayerFiles.claimAcknowledgment(number, "A2:20", "PCN1"),
                PayerFiles.remittance("ANYORDER" + seed)
                        .claim(number, "1", "175", "175", "0", "PCN1")
                        .patient()
                        .text());
        for (var answer : sound) {
            answers.add(answer);
            answers.add(answer);
            answers.add(answer.substring(0, answer.length() / 2));
        }
        Collections.shuffle(answers, random);
        answers.forEach(practice::uploads);
        var claim = practice.claim(claimId);
        assertThat(claim.getString("transport")).as("seed %d", seed).isEqualTo("accepted");
        assertThat(claim.getString("adjudication")).as("seed %d", seed).isEqualTo("paid");
        assertThat(claim.getLong("money.insuranceBalanceCents"))
                .as("seed %d", seed)
                .isZero();
        var submission = practice.get("/api/v1/submissions");
        assertThat(submission.getString("items[0].state")).isEqualTo("received");
        var files = practice.get("/api/v1/x12-files?limit=200");
        assertThat(files.getList("items.findAll { it.state == 'processed' }")).hasSize(5);
        assertThat(files.getList("items.findAll { it.state == 'rejected' }"))
                .as("kept and shown")
                .hasSize(5);
    }

    /** We died after the partner had the file: its answers come first, in the worst order, and then we go on. */
    @Test
    void answersComeBeforeOurOwnSentIsWritten() {
        var answered = new ArrayList<Integer>();
        var claimId = practice.receivesClaim(practice.facts());
        var number = practice.claim(claimId).getString("claimNumber");
        CrashingConnections.dies(practice.organization, Moment.AFTER_RELEASE, () -> {
            var file = FakePayer.received(practice.organization).get(0);
            FakePayer.put(practice.organization, PayerFiles.claimAcknowledgment(number, "A2:20", "PCN1"));
            FakePayer.put(practice.organization, PayerFiles.functional(file, "A"));
            FakePayer.put(practice.organization, PayerFiles.ta1(file, "A", "000"));
            answered.add(1);
        });
        practice.submits(claimId);
        practice.awaits(claimId, "transport", "accepted");
        assertThat(answered).hasSize(1);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(175_00);
    }

    @Test
    void theNumberOfAFileOfOursInAnAnswerToSomethingElseMeansNothing() {
        var claimId = practice.receivesClaim(practice.facts());
        var file = practice.sends(claimId);
        var toAnother = practice.receives(PayerFiles.functional(file, "R").replace("AK1*HC*", "AK1*HS*"));
        assertThat(toAnother.getString("outcomes[0].message")).contains("not ours");
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("sent");
        var source = "mailbox:another-partner";
        for (var answer : List.of(PayerFiles.functional(file, "R"), PayerFiles.ta1(file, "R", "006"))) {
            tenancy.as(practice.organization, () -> files.take(answer.getBytes(StandardCharsets.UTF_8), source));
        }
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("sent");
        assertThat(practice.get("/api/v1/submissions").getString("items[0].state"))
                .isEqualTo("sent");
        tenancy.as(
                practice.organization,
                () -> files.take(
                        PayerFiles.functional(file, "A").getBytes(StandardCharsets.UTF_8), "mailbox:payer-simulator"));
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("received");
    }

    @Test
    void aRefusedFileIsRejectedAndWhatComesLaterTakesNothingBack() {
        var claimId = practice.receivesClaim(practice.facts());
        var file = practice.sends(claimId);
        practice.receives(PayerFiles.functional(file, "R"));
        practice.receives(PayerFiles.ta1(file, "A", "000"));
        var submission = practice.get("/api/v1/submissions");
        assertThat(submission.getString("items[0].state")).isEqualTo("rejected");
        assertThat(submission.getString("items[0].acknowledgment")).isEqualTo("999 R, TA1 A");
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("rejected-envelope");
        var report = practice.get("/api/v1/reconciliation");
        assertThat(report.getString("claims.states[0].state")).isEqualTo("rejected-envelope");
    }
}
