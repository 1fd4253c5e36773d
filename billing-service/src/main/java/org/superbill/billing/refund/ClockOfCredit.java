package org.superbill.billing.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;

/** By when the credit that a refund takes has to go back, by the payer's claim or the patient. */
@ApplicationScoped
class ClockOfCredit {
    private final Deadlines deadlines;

    ClockOfCredit(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    private record Subject(DeadlineKind kind, UUID id) {}

    private static Optional<Subject> subject(Refund refund) {
        return refund.payerId() == null
                ? Optional.of(new Subject(DeadlineKind.PATIENT_CREDIT, refund.patientId()))
                : Optional.ofNullable(refund.claimId()).map(id -> new Subject(DeadlineKind.CREDIT_BALANCE, id));
    }

    /** While it runs. */
    Optional<LocalDate> due(Refund refund) {
        return kept(refund).map(Deadlines.Kept::dueOn);
    }

    private Optional<Deadlines.Kept> kept(Refund refund) {
        return subject(refund).flatMap(of -> deadlines.kept(of.kind(), of.id()));
    }

    /** The credit is there again, and its days run from when the books had shown it first. */
    void runsAgain(Refund refund) {
        var first = refund.creditDue().orElse(LocalDate.MAX);
        subject(refund)
                .ifPresent(of -> kept(refund)
                        .filter(running -> first.isBefore(running.dueOn()))
                        .ifPresent(running -> deadlines.openAll(
                                List.of(new DeadlineOpening(of.kind(), of.id(), first, running.basis())))));
    }
}
