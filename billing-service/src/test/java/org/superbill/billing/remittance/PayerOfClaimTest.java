package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.Coordination;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Facts;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.Relationship;

/** Which of a claim's payers a payment is of, and who is asked after it: CLP02 counts from the claim's first payer, whichever the version was sent to. */
class PayerOfClaimTest {
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();

    private final ClaimFacts built = new Facts().build();
    private final UUID own = built.payer().payerId();

    private ClaimContent sentTo(@Nullable Coordination coordination, UUID... next) {
        var facts = new ClaimFacts(
                built.organizationId(),
                built.encounter(),
                built.organization(),
                built.practitioner(),
                built.location(),
                built.patient(),
                built.coverage(),
                built.payer(),
                List.of(next));
        return new ClaimContent(UUID.randomUUID(), 1, "SB1V1", "1", null, null, null, facts, coordination);
    }

    private static Coordination turn(int sequence) {
        return new Coordination(sequence, null, List.of());
    }

    private static Optional<PayerOfClaim> payer(String payerName, String status, ClaimContent content) {
        return payer(payerName, status, null, null, content);
    }

    private static Optional<PayerOfClaim> payer(
            String payerName,
            String status,
            Remitted.@Nullable Patient patient,
            @Nullable LocalDate on,
            ClaimContent content) {
        var claim = new Remitted.Claim(
                "SB1V1",
                status,
                Cents.of(1),
                Cents.of(1),
                Cents.ZERO,
                null,
                patient,
                on,
                List.of(),
                List.of(),
                List.of(),
                false,
                null);
        return PayerOfClaim.of(payerName, List.of(), claim, content);
    }

    @Test
    void itsNameTellsThePayerThatTheVersionWasSentTo() {
        var name = built.payer().name();
        assertThat(payer(name.toLowerCase(Locale.ROOT), "1", sentTo(null, SECOND)))
                .contains(new PayerOfClaim(own, 1, List.of(SECOND)));
        assertThat(payer(name, "2", sentTo(turn(2), THIRD))).contains(new PayerOfClaim(own, 2, List.of(THIRD)));
        assertThat(payer("SOMEBODY ELSE", "1", sentTo(null, SECOND))).isEmpty();
    }

    @Test
    void ofAClaimToTheFirstPayerTheStatusTellsALaterOne() {
        assertThat(payer("LOCK", "2", sentTo(null, SECOND, THIRD)))
                .contains(new PayerOfClaim(SECOND, 2, List.of(THIRD)));
        assertThat(payer("LOCK", "21", sentTo(null, SECOND, THIRD))).contains(new PayerOfClaim(THIRD, 3, List.of()));
        assertThat(payer("LOCK", "3", sentTo(null, SECOND))).isEmpty();
    }

    @Test
    void ofAClaimToTheSecondPayerTheStatusCountsFromTheFirstAllTheSame() {
        assertThat(payer("LOCK", "3", sentTo(turn(2), THIRD))).contains(new PayerOfClaim(THIRD, 3, List.of()));
        assertThat(payer("LOCK", "2", sentTo(turn(2), THIRD)))
                .as("the second one is known by its name")
                .isEmpty();
    }

    /** The second coverage is of LOCK INSURANCE, 88888. */
    private static ClaimContent withNextPayer(Facts facts) {
        return new ClaimContent(UUID.randomUUID(), 1, "SB1V1", "1", null, null, null, facts.build());
    }

    @Test
    void itsNameTellsALaterPayerWhateverTheStatus() {
        var facts = new Facts().nextPayer();
        var next = Objects.requireNonNull(facts.nextPayer).payerId();
        for (var status : List.of("1", "2", "4", "22")) {
            assertThat(payer("Lock Insurance", status, withNextPayer(facts)))
                    .as(status)
                    .contains(new PayerOfClaim(next, 2, List.of()));
        }
    }

    @Test
    void ofTwoPayersOfOneNameTheStatusTells() {
        var facts = new Facts().nextPayer();
        var next = Objects.requireNonNull(facts.nextPayer);
        facts.nextPayer = new PayerChanged(
                next.payerId(), facts.payer.name(), "77777", next.claimFilingIndicator(), next.profile());
        assertThat(payer(facts.payer.name(), "1", withNextPayer(facts)))
                .contains(new PayerOfClaim(facts.payer.payerId(), 1, List.of(next.payerId())));
        assertThat(payer(facts.payer.name(), "2", withNextPayer(facts)))
                .contains(new PayerOfClaim(next.payerId(), 2, List.of()));
    }

    /** Both coverages are of one payer; of the second one the number is L987654321. */
    private static Facts insuredTwice() {
        return new Facts().secondCoverage();
    }

    private static Remitted.Patient member(@Nullable String number, @Nullable String group) {
        return new Remitted.Patient("GARCIA", "MARIA", number, group);
    }

    private static Optional<Integer> turn(
            Facts facts, String status, Remitted.@Nullable Patient patient, @Nullable LocalDate on) {
        return payer(facts.payer.name(), status, patient, on, withNextPayer(facts))
                .map(PayerOfClaim::turn);
    }

    @Test
    void ofTwoCoveragesOfOnePayerTheMembersNumberTells() {
        var facts = insuredTwice();
        for (var status : List.of("2", "4", "22")) {
            assertThat(turn(facts, status, member("L987654321", null), null))
                    .as(status)
                    .contains(2);
        }
        assertThat(turn(facts, "22", member(facts.coverage.memberId(), null), null))
                .contains(1);
        assertThat(turn(facts, "1", member("L987654321", null), null))
                .as("it contradicts itself")
                .isEmpty();
        assertThat(turn(facts, "22", member("OTHER", null), null)).isEmpty();
        assertThat(turn(facts, "22", null, null)).isEmpty();
        assertThat(turn(facts, "2", null, null)).contains(2);
    }

    @Test
    void ofTwoCoveragesUnderOneNumberTheGroupTells() {
        var facts = insuredTwice();
        facts.nextCoverage = second(facts, facts.coverage.memberId(), "G2", "2026-01-01", null);
        assertThat(turn(facts, "22", member(facts.coverage.memberId(), "G2"), null))
                .contains(2);
        assertThat(turn(facts, "22", member(facts.coverage.memberId(), null), null))
                .isEmpty();
    }

    @Test
    void ofTwoCoveragesTheOneInForceOnTheDayPays() {
        var facts = insuredTwice();
        var number = facts.coverage.memberId();
        facts.nextCoverage = second(facts, number, null, "2026-03-03", null);
        assertThat(turn(facts, "4", member(number, null), LocalDate.parse("2026-03-02")))
                .contains(1);
        assertThat(turn(facts, "4", member(number, null), LocalDate.parse("2026-03-03")))
                .isEmpty();
        facts.nextCoverage = second(facts, number, null, "2026-01-01", "2026-03-02");
        assertThat(turn(facts, "4", member(number, null), LocalDate.parse("2026-03-02")))
                .isEmpty();
        assertThat(turn(facts, "4", member(number, null), LocalDate.parse("2026-03-03")))
                .contains(1);
    }

    private static CoverageChanged second(
            Facts facts, String memberId, @Nullable String group, String from, @Nullable String to) {
        return new CoverageChanged(
                UUID.randomUUID(),
                facts.patient.patientId(),
                facts.payer.payerId(),
                memberId,
                group,
                null,
                2,
                Relationship.self,
                null,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }
}
