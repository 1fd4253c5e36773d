package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.reference.BusinessDay;

/** What a payer has paid and nothing is posted of becomes a poster's task. */
@ApplicationScoped
class RemittanceDeadlines {
    private static final int DAYS = 5; // three business days with a weekend between

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

    /** It is posted, be it to unapplied, or no money. */
    void decided(UUID remittanceId) {
        deadlines.close(DeadlineKind.REMITTANCE, remittanceId);
    }
}
