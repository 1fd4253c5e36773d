package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.superbill.events.PayerChanged;

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
        var claim = new Remitted.Claim(
                "SB1V1",
                status,
                Cents.of(1),
                Cents.of(1),
                Cents.ZERO,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                false);
        return PayerOfClaim.of(payerName, List.of(), claim, content);
    }

    @Test
    void itsNameTellsThePayerThatTheVersionWasSentTo() {
        var name = built.payer().name();
        assertThat(payer(name.toLowerCase(Locale.ROOT), "1", sentTo(null, SECOND)))
                .contains(new PayerOfClaim(own, List.of(SECOND)));
        assertThat(payer(name, "2", sentTo(turn(2), THIRD))).contains(new PayerOfClaim(own, List.of(THIRD)));
        assertThat(payer("SOMEBODY ELSE", "1", sentTo(null, SECOND))).isEmpty();
    }

    @Test
    void ofAClaimToTheFirstPayerTheStatusTellsALaterOne() {
        assertThat(payer("LOCK", "2", sentTo(null, SECOND, THIRD))).contains(new PayerOfClaim(SECOND, List.of(THIRD)));
        assertThat(payer("LOCK", "21", sentTo(null, SECOND, THIRD))).contains(new PayerOfClaim(THIRD, List.of()));
        assertThat(payer("LOCK", "3", sentTo(null, SECOND))).isEmpty();
    }

    @Test
    void ofAClaimToTheSecondPayerTheStatusCountsFromTheFirstAllTheSame() {
        assertThat(payer("LOCK", "3", sentTo(turn(2), THIRD))).contains(new PayerOfClaim(THIRD, List.of()));
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
                    .contains(new PayerOfClaim(next, List.of()));
        }
    }

    @Test
    void ofTwoPayersOfOneNameTheStatusTells() {
        var facts = new Facts().nextPayer();
        var next = Objects.requireNonNull(facts.nextPayer);
        facts.nextPayer = new PayerChanged(
                next.payerId(), facts.payer.name(), "77777", next.claimFilingIndicator(), next.profile());
        assertThat(payer(facts.payer.name(), "1", withNextPayer(facts)))
                .contains(new PayerOfClaim(facts.payer.payerId(), List.of(next.payerId())));
        assertThat(payer(facts.payer.name(), "2", withNextPayer(facts)))
                .contains(new PayerOfClaim(next.payerId(), List.of()));
    }
}
