package org.superbill.billing.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;

/** What is open at the bank, or announced and not seen there, becomes somebody's task. A fixed number of statements however many. */
@ApplicationScoped
class DepositDeadlines {
    private static final int DAYS = 5; // three business days with a weekend between

    private final Deadlines deadlines;

    DepositDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Deposits that nothing is matched with. */
    void shown(Collection<Deposit> deposits, LocalDate today) {
        deadlines.openAll(deposits.stream()
                .map(deposit -> new DeadlineOpening(DeadlineKind.DEPOSIT, deposit.id(), today.plusDays(DAYS)))
                .toList());
    }

    /** Money that is to come; a check of ours is cashed when its receiver likes. */
    void announced(Collection<ExpectedPayment> payments, LocalDate today) {
        deadlines.openAll(payments.stream()
                .filter(payment -> payment.amount().value() > 0)
                .map(payment -> new DeadlineOpening(DeadlineKind.EXPECTED_PAYMENT, payment.id(), today.plusDays(DAYS)))
                .toList());
    }

    void withdrawn(ExpectedPayment payment) {
        deadlines.withdrawAll(
                DeadlineKind.EXPECTED_PAYMENT, List.of(payment.id()), "The payment was not announced after all");
    }

    void takenBack(Deposit deposit) {
        deadlines.withdrawAll(DeadlineKind.DEPOSIT, List.of(deposit.id()), "The bank has not shown it after all");
    }

    /** @param matches what each deposit carries */
    void cleared(Map<Deposit, List<ExpectedPayment>> matches) {
        deadlines.closeAll(
                DeadlineKind.DEPOSIT, matches.keySet().stream().map(Deposit::id).toList());
        deadlines.closeAll(
                DeadlineKind.EXPECTED_PAYMENT,
                matches.values().stream()
                        .flatMap(List::stream)
                        .map(ExpectedPayment::id)
                        .toList());
    }
}
