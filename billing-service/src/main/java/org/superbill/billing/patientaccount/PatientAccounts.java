package org.superbill.billing.patientaccount;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.reference.Reference;
import org.superbill.events.PatientBalanceChanged;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.problem.Problem;

/** Shows and tells what patients owe; the books are the ledger's. */
@ApplicationScoped
public class PatientAccounts {
    private final Ledger ledger;
    private final Reference reference;
    private final PatientCreditClock credits;
    private final Outbox outbox;

    PatientAccounts(Ledger ledger, Reference reference, PatientCreditClock credits, Outbox outbox) {
        this.ledger = ledger;
        this.reference = reference;
        this.credits = credits;
        this.outbox = outbox;
    }

    /** After postings to the receivables of these patients, in the same transaction. */
    @Transactional(TxType.MANDATORY)
    public void changed(Collection<UUID> patientIds) {
        var balances = ledger.balancesOfPatients(patientIds);
        outbox.publish(balances.entrySet().stream()
                .map(balance -> new PatientBalanceChanged(
                        balance.getKey(), balance.getValue().cents().value()))
                .toList());
        credits.follow(balances);
    }

    /** A patient of whom the books know nothing owes nothing. @throws Problem {@code PATIENT_ACCOUNT_NOT_FOUND} */
    PatientAccountView get(UUID patientId) {
        var claims = ledger.claimsOfPatient(patientId).entrySet().stream()
                .map(claim -> new PatientAccountView.ClaimBalance(
                        claim.getKey(),
                        claim.getValue().patient().value(),
                        claim.getValue().insurance().value(),
                        claim.getValue().charged().value()))
                .toList();
        if (claims.isEmpty() && !reference.knowsPatient(patientId)) {
            throw new Problem(PatientAccountProblem.PATIENT_ACCOUNT_NOT_FOUND, "No patient with this id");
        }
        var balance = Objects.requireNonNull(
                ledger.balancesOfPatients(List.of(patientId)).get(patientId));
        return new PatientAccountView(patientId, balance.cents().value(), claims);
    }
}
