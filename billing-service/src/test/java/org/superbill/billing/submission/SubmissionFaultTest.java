package org.superbill.billing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.billing.testing.SilentPartner;
import org.superbill.events.ClaimSubmitted;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;
import org.superbill.stack.LocalPostgres;

/** A file goes out once, whatever breaks on the way. */
@QuarkusTest
@BillingStack
class SubmissionFaultTest {
    LocalPostgres postgres;

    @Inject
    Clocks clocks;

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    @Test
    void whenTheLineBreaksTheSameBytesGoAgainAndTheClaimIsChargedOnce() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        FakePayer.breaksTheLine(2);
        practice.submits(claimId);
        practice.awaits(claimId, "transport", "sent");
        assertThat(FakePayer.deliveries(practice.organization)).isEqualTo(3);
        assertThat(FakePayer.received(practice.organization)).hasSize(1);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(175_00);
        assertThat(practice.get("/api/v1/submissions").getInt("items[0].failedAttempts"))
                .isEqualTo(2);
        events.await(ClaimSubmitted.class, facts.encounter.encounterId().toString());
        assertThat(events.all(
                        ClaimSubmitted.class, facts.encounter.encounterId().toString()))
                .hasSize(1);
    }

    /** One call finds out for all organizations that a partner is away, and nobody else's files wait for it. */
    @Test
    void aPartnerThatIsAwayIsCalledForOneOrganizationAtATime() {
        SilentPartner.fallsSilent();
        try {
            var waiting = new LinkedHashMap<Practice, String>();
            for (var i = 0; i < 4; i++) {
                var one = new Practice(events);
                waiting.put(one, one.receivesClaim(one.facts().through("silent", "T")));
            }
            waiting.forEach(Practice::submits);
            practice.sends(practice.receivesClaim(practice.facts()));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> SilentPartner.pauses("POST").size() >= 2);
            assertThat(SilentPartner.pauses("POST")) // a timeout of 1 s, and then a wait of 1 s, 2 s
                    .allMatch(pause -> pause.compareTo(Duration.ofMillis(1_600)) > 0);
            SilentPartner.wakesUp();
            waiting.forEach((one, claim) -> one.awaits(claim, "transport", "sent"));
        } finally {
            SilentPartner.wakesUp();
        }
    }

    /** As after kill -9 between the delivery and the mark: the row says written, the payer has the file and answers. */
    @Test
    void anAnswerShowsThatAFileHadArrived() throws SQLException {
        FakePayer.breaksTheLine(1000);
        try {
            var claimId = practice.receivesClaim(practice.facts());
            practice.submits(claimId);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !FakePayer.received(practice.organization).isEmpty());
            assertThat(practice.claim(claimId).getString("transport")).isEqualTo("queued");
            var number = practice.claim(claimId).getString("claimNumber");
            practice.receives(PayerFiles.claimAcknowledgment(number, "A2:20", "PCN1"));
            var claim = practice.claim(claimId);
            assertThat(claim.getString("transport")).isEqualTo("accepted");
            assertThat(claim.getLong("money.insuranceBalanceCents")).isEqualTo(175_00);
            assertThat(practice.get("/api/v1/submissions").getString("items[0].state"))
                    .isEqualTo("received");
        } finally {
            FakePayer.breaksTheLine(0);
        }
    }

    @Test
    void whatIsToBeTriedAgainDoesNotWaitForTheBusinessClock() {
        FakePayer.breaksTheLine(1000);
        try {
            var claimId = practice.receivesClaim(practice.facts());
            practice.submits(claimId);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> practice.get("/api/v1/submissions").<Integer>getList("items.failedAttempts").stream()
                            .anyMatch(attempts -> attempts > 0));
            clocks.moveTo(Instant.parse("2026-03-03T09:00:00Z"));
            FakePayer.breaksTheLine(0);
            practice.awaits(claimId, "transport", "sent");
        } finally {
            FakePayer.breaksTheLine(0);
            clocks.moveTo(FixedDay.now());
        }
    }

    @Test
    void manyClaimsGoInFewFilesAndEachOnce() {
        var facts = practice.facts();
        practice.registers(facts);
        var claimIds = new ArrayList<String>();
        for (var i = 0; i < 25; i++) {
            var next = practice.facts();
            next.payer = facts.payer;
            next.coverage = new CoverageChanged(
                    next.coverage.coverageId(),
                    next.patient.patientId(),
                    facts.payer.payerId(),
                    next.coverage.memberId(),
                    null,
                    null,
                    1,
                    next.coverage.relationshipToSubscriber(),
                    null,
                    next.coverage.effectiveFrom(),
                    null);
            claimIds.add(practice.receivesClaim(next));
        }
        claimIds.forEach(practice::submits);
        claimIds.forEach(id -> practice.awaits(id, "transport", "sent"));
        var sent = FakePayer.received(practice.organization).stream()
                .flatMap(file -> PayerFiles.segments(file).stream())
                .filter(segment -> segment.startsWith("CLM*"))
                .map(segment -> segment.split("\\*")[1])
                .toList();
        assertThat(sent).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void aClaimThatX12CannotSayGoesBackAndTheOthersLeave() {
        var sound = practice.facts();
        var tooLong = practice.facts();
        var old = tooLong.payer;
        var settings = old.profile().interchange();
        tooLong.payer = new PayerChanged(
                old.payerId(),
                old.name(),
                old.payerIdentifier(),
                "CI",
                new PayerChanged.Profile(
                        "payer-simulator",
                        "005010X222A1",
                        "KEY",
                        "KEY",
                        true,
                        365,
                        new PayerChanged.Interchange(
                                "00",
                                "",
                                "00",
                                "",
                                "ZZ",
                                "MORETHAN15CHARACTERS",
                                "ZZ",
                                settings.receiverId(),
                                true,
                                "T"),
                        old.profile().group()));
        var bad = practice.receivesClaim(tooLong);
        practice.submits(bad);
        var back = practice.awaits(bad, "transport", "edits-failed");
        assertThat(back.getString("findings[0].rule")).isEqualTo("x12-writable");
        assertThat(back.getString("findings[0].message")).contains("ISA06").doesNotContain("MORETHAN");
        assertThat(back.getString("owner.role")).isEqualTo("biller");
        practice.sends(practice.receivesClaim(sound));
    }

    @Test
    void aSentVersionCannotBeChangedByRawSql() throws SQLException {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        try (var connection = postgres.connect("billing", "billing_service");
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.organization', '%s', false)".formatted(practice.organization));
            assertThatThrownBy(() -> statement.execute(
                            "update claim_version set facts = '{}' where claim_id = '%s'".formatted(claimId)))
                    .hasMessageContaining("has been sent and cannot change");
        }
    }

    @Test
    void theFileOfOneClaimIsToldWithoutTheOthers() {
        var claimId = practice.receivesClaim(practice.facts());
        var file = practice.sends(claimId);
        var told = practice.request("biller")
                .get("/api/v1/claims/" + claimId + "/x12")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(told).isEqualTo(file);
    }
}
