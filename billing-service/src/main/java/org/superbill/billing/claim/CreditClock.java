package org.superbill.billing.claim;

import static java.util.function.Predicate.not;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.reference.BusinessDay;

/**
 * By when a payer's money has to be on its way back: the days run from when the books show the credit, not from when somebody asks for a refund.
 * Source: 42 CFR 401.305(b), Medicare's; other payers' letters name days of their own (refund).
 */
@ApplicationScoped
public class CreditClock {
    static final int DAYS_TO_RETURN = 60;

    private final PostedEntries posted;
    private final Deadlines deadlines;
    private final BusinessDay businessDay;

    CreditClock(PostedEntries posted, Deadlines deadlines, BusinessDay businessDay) {
        this.posted = posted;
        this.deadlines = deadlines;
        this.businessDay = businessDay;
    }

    /** By when a claim's credit has to go back: sixty days from now where it is new. */
    LocalDate due(UUID claimId) {
        return deadlines
                .running(DeadlineKind.CREDIT_BALANCE, claimId)
                .orElseGet(() -> businessDay.today().plusDays(DAYS_TO_RETURN));
    }

    /** After money of the claims was posted: it runs while a payer has a credit, and stays as it is when that changes. */
    @Transactional(TxType.MANDATORY)
    public void follow(Collection<UUID> claimIds) {
        if (claimIds.isEmpty()) {
            return;
        }
        var credited = posted.withPayersCredit(claimIds);
        if (!credited.isEmpty()) {
            var due = businessDay.today().plusDays(DAYS_TO_RETURN);
            deadlines.openUnlessRunning(credited.stream()
                    .map(claimId -> new DeadlineOpening(DeadlineKind.CREDIT_BALANCE, claimId, due))
                    .toList());
        }
        deadlines.closeAll(
                DeadlineKind.CREDIT_BALANCE,
                claimIds.stream().filter(not(credited::contains)).toList());
    }
}
