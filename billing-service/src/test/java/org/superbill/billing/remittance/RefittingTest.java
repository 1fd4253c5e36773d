package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.PostedEntries.MovedOfPayer;
import org.superbill.billing.ledger.PostedEntries.OwedByPayer;
import org.superbill.billing.testing.Facts;

/**
 * A claim of 150.00 and 25.00 of which the first payer has left 30.00 of the first line to the second. That has paid 10.00, refused 8.00 and adjusted the charge by 57.00, of which 12.00 were new.
 */
class RefittingTest {
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID FIRST_PAYMENT = UUID.randomUUID();
    private static final UUID SECOND_PAYMENT = UUID.randomUUID();

    private final StandingDecisions standing = new StandingDecisions();
    private final List<OwedByPayer> owed = new ArrayList<>();
    private final List<MovedOfPayer> moved = new ArrayList<>();
    private ClaimContent content;

    @BeforeEach
    void bothHaveDecided() {
        content = new ClaimContent(UUID.randomUUID(), 1, "SB1000000V1", "1", null, null, null, new Facts().build());
        var later = new LaterDecision(
                List.of(),
                false,
                List.of(new ByLine.Sum(1, 10_00)),
                List.of(new ByLine.Sum(1, 8_00)),
                List.of(new OfContract(57_00, 1, "CO-45")),
                List.of());
        standing.follow(decision(FIRST_PAYMENT, FIRST, 1, null));
        standing.follow(decision(SECOND_PAYMENT, SECOND, 2, later));
        moved(Account.CONTRACTUAL_ADJUSTMENT, SECOND_PAYMENT, 1, "CO-45", false, 12_00);
    }

    private Settled decision(UUID payment, UUID payer, int turn, @Nullable LaterDecision later) {
        return new Settled(
                payment,
                1,
                content.claimId(),
                payer,
                turn,
                String.valueOf(turn),
                Cents.of(175_00),
                Cents.of(10_00),
                Map.of(),
                null,
                false,
                true,
                new ByLine(),
                later,
                false);
    }

    private void moved(
            Account account,
            @Nullable UUID payment,
            @Nullable Integer line,
            @Nullable String reason,
            boolean byPerson,
            long cents) {
        moved.add(
                new MovedOfPayer(content.claimId(), account, SECOND, payment, line, reason, byPerson, Cents.of(cents)));
    }

    private void owes(@Nullable Integer line, long cents) {
        owed.add(new OwedByPayer(content.claimId(), SECOND, line, Cents.of(cents)));
    }

    private Refitting refitting() {
        var overtaken = new LeftToPayers.Overtaken(List.of(content), standing, Map.of());
        return new Refitting(
                new LeftToPayers(owed, List.of(), moved, overtaken), UUID.randomUUID(), LocalDate.parse("2026-04-01"));
    }

    /** By account, in cents. */
    private Map<Account, Long> entry() {
        var sums = new TreeMap<Account, Long>();
        refitting()
                .entries()
                .forEach(entry -> entry.lines()
                        .forEach(
                                line -> sums.merge(line.account(), line.amount().value(), Long::sum)));
        return sums;
    }

    @Test
    void whereAsMuchIsLeftNothingMoves() {
        owes(1, 8_00);
        assertThat(entry()).isEmpty();
        assertThat(refitting().open(content.claimId())).isEmpty();
    }

    /** 20.00 less 10.00 paid and 8.00 refused leave 2.00 to be written off, and not 12.00. */
    @Test
    void whereLessIsLeftLessIsWrittenOffAndTheRefusalIsOwed() {
        owes(1, -2_00);
        assertThat(entry())
                .isEqualTo(Map.of(Account.CONTRACTUAL_ADJUSTMENT, -10_00L, Account.INSURANCE_RECEIVABLE, 10_00L));
        assertThat(refitting().open(content.claimId())).isEmpty();
    }

    /** The 8.00 are nobody's then, and are not written off a second time or owed again. */
    @Test
    void whatAPersonHasGivenUpStaysGivenUp() {
        moved(Account.INSURANCE_RECEIVABLE, null, null, null, true, -8_00);
        owes(1, 8_00);
        owes(null, -8_00);
        assertThat(entry()).isEmpty();
        assertThat(refitting().open(content.claimId())).isEmpty();
    }

    @Test
    void whatIsLeftBelowWhatIsPaidIsNamedToTheCent() {
        owes(1, -12_01); // 9.99 were left: the refusal is of nothing
        assertThat(refitting().open(content.claimId()))
                .contains("the payer in turn 2 has paid 0.01 more than the payers before have left to it");
    }

    /** As long as the first one has not decided, nobody knows what it leaves. */
    @Test
    void nothingIsNamedBeforeAllPayersBeforeHaveDecided() {
        standing.of(content.claimId()).remove(0);
        owes(1, -12_01);
        assertThat(refitting().open(content.claimId())).isEmpty();
    }

    @Test
    void whatWasPostedBeforeItWasKeptIsForAPerson() {
        standing.of(content.claimId()).remove(1);
        standing.follow(decision(SECOND_PAYMENT, SECOND, 2, null));
        owes(1, -2_00);
        assertThat(entry()).isEmpty();
        assertThat(refitting().open(content.claimId())).isPresent();
    }
}
