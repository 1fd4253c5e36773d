package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.BusinessDay;

/** What a payer has paid and nothing is posted of becomes a poster's task. */
@ApplicationScoped
class RemittanceDeadlines {
    private static final int DAYS = 5; // three business days with a weekend between
    private static final int DAYS_IN_UNAPPLIED = 30;

    private final Deadlines deadlines;
    private final BusinessDay businessDay;

    RemittanceDeadlines(Deadlines deadlines, BusinessDay businessDay) {
        this.deadlines = deadlines;
        this.businessDay = businessDay;
    }

    /** Nothing of it is posted until a person has looked; of the same money again nobody has to. */
    void kept(UUID remittanceId, Remittance.State state) {
        if (state.isForPerson()) {
            deadlines.openAll(List.of(new DeadlineOpening(
                    DeadlineKind.REMITTANCE, remittanceId, businessDay.today().plusDays(DAYS))));
        }
    }

    /** Somebody has to say whose the money is, or to ask the payer. */
    void unapplied(UUID remittanceId, Cents left) {
        if (!left.isZero()) {
            deadlines.openUnlessRunning(List.of(new DeadlineOpening(
                    DeadlineKind.UNAPPLIED_PAYMENT,
                    remittanceId,
                    businessDay.today().plusDays(DAYS_IN_UNAPPLIED))));
        }
    }

    /** A person has said of some of it whose it is. @param left in unapplied of the payment */
    void applied(UUID remittanceId, Cents left) {
        if (left.isZero()) {
            deadlines.close(DeadlineKind.UNAPPLIED_PAYMENT, remittanceId);
        }
    }

    /** Its cash was taken back from unapplied. */
    void appliedNoMore(UUID remittanceId) {
        deadlines.withdrawAll(
                DeadlineKind.UNAPPLIED_PAYMENT, List.of(remittanceId), "Its posting to unapplied was taken back");
    }

    /** It is posted, be it to unapplied, or no money. */
    void decided(UUID remittanceId) {
        deadlines.close(DeadlineKind.REMITTANCE, remittanceId);
    }
}
