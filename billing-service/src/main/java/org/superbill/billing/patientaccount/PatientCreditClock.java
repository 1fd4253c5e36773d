package org.superbill.billing.patientaccount;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.ledger.PatientBalance;
import org.superbill.billing.reference.BusinessDay;

/** By when what a patient has paid too much has to be on its way back: the days run from when the books show it, and no claim's debt stops them. */
@ApplicationScoped
class PatientCreditClock {
    private final CreditTerms terms;
    private final Deadlines deadlines;
    private final BusinessDay businessDay;

    PatientCreditClock(CreditTerms terms, Deadlines deadlines, BusinessDay businessDay) {
        this.terms = terms;
        this.deadlines = deadlines;
        this.businessDay = businessDay;
    }

    /** After postings to the receivables of these patients, in the same transaction: it runs while one has a credit, and stays as it is when that changes. */
    void follow(Map<UUID, PatientBalance> balances) {
        var credited = balances.entrySet().stream()
                .filter(balance -> balance.getValue().inCredit())
                .map(Map.Entry::getKey)
                .toList();
        if (!credited.isEmpty()) {
            var term = terms.get();
            var due = businessDay.today().plusDays(term.patientDays());
            deadlines.openUnlessRunning(credited.stream()
                    .map(patient -> new DeadlineOpening(DeadlineKind.PATIENT_CREDIT, patient, due, term.basis()))
                    .toList());
        }
        deadlines.closeAll(
                DeadlineKind.PATIENT_CREDIT,
                balances.entrySet().stream()
                        .filter(balance -> !balance.getValue().inCredit())
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
