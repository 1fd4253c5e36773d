package org.superbill.billing.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.ClaimMoney;

/** Who acts next on a claim, and until when: it follows from what has happened. Pure. */
record NextOwner(OwnerRole role, @Nullable LocalDate due) {
    static final NextOwner NOBODY = new NextOwner(OwnerRole.NOBODY, null);

    private static final int DAYS_TO_WORK = 3;
    private static final int DAYS_TO_LEAVE = 8; // payers' schedules send at least once a week
    private static final int DAYS_TO_ACKNOWLEDGE = 2;
    private static final int DAYS_TO_ANSWER = 5;
    private static final int DAYS_TO_ADJUDICATE = 30;
    private static final int DAYS_TO_CORRECT = 7;
    private static final int DAYS_TO_PAY = 30;
    private static final int DAYS_TO_REOPEN = 60;
    private static final int DAYS_OF_SILENCE = 45; // of a payer that got the claim from another one

    static NextOwner toSubmit(LocalDate today) {
        return new NextOwner(OwnerRole.BILLER, today.plusDays(DAYS_TO_WORK));
    }

    /** It leaves by itself; if it has not by then, something is wrong with the way to the payer. */
    static NextOwner toLeave(LocalDate today) {
        return new NextOwner(OwnerRole.BILLER, today.plusDays(DAYS_TO_LEAVE));
    }

    static NextOwner toCorrect(LocalDate today) {
        return new NextOwner(OwnerRole.BILLER, today.plusDays(DAYS_TO_CORRECT));
    }

    static NextOwner toAcknowledge(LocalDate today) {
        return new NextOwner(OwnerRole.PAYER, today.plusDays(DAYS_TO_ACKNOWLEDGE));
    }

    static NextOwner toCode(LocalDate today) {
        return new NextOwner(OwnerRole.CODER, today.plusDays(DAYS_TO_CORRECT));
    }

    static NextOwner toReopen(LocalDate today) {
        return new NextOwner(OwnerRole.PAYER, today.plusDays(DAYS_TO_REOPEN));
    }

    static NextOwner afterAnswer(Transport answer, LocalDate today) {
        return answer.isRejected()
                ? toCorrect(today)
                : new NextOwner(OwnerRole.PAYER, today.plusDays(DAYS_TO_ADJUDICATE));
    }

    /** What is left is the patient's. */
    static NextOwner toPay(LocalDate today) {
        return new NextOwner(OwnerRole.PATIENT, today.plusDays(DAYS_TO_PAY));
    }

    /** The last day on which a payer is in time to say whether it takes a claim. */
    static LocalDate answeredBy(LocalDate sent) {
        return sent.plusDays(DAYS_TO_ANSWER);
    }

    /** The first day on which a payer that got the claim from another one counts as silent. @param forwarded when that was told */
    static LocalDate silentFrom(LocalDate forwarded) {
        return forwarded.plusDays(DAYS_OF_SILENCE);
    }

    static NextOwner afterDecision(Adjudication decision, ClaimMoney money, LocalDate today) {
        if (decision == Adjudication.FORWARDED) {
            return new NextOwner(OwnerRole.PAYER, silentFrom(today));
        }
        if (decision == Adjudication.UNPROCESSABLE) { // nothing is decided, and the limit of a first claim runs
            return toCorrect(today);
        }
        var role = roleAfter(decision, money);
        return role == OwnerRole.NOBODY ? NOBODY : new NextOwner(role, today.plusDays(DAYS_TO_PAY));
    }

    private static OwnerRole roleAfter(Adjudication decision, ClaimMoney money) {
        return switch (decision) {
            case NONE, PENDING, FORWARDED -> OwnerRole.PAYER;
            case PARTIALLY_PAID, DENIED, UNPROCESSABLE, REVERSED, PREDETERMINATION, NEEDS_REVIEW -> OwnerRole.BILLER;
            case PAID, PAID_AT_ZERO -> {
                // the next payer in turn is billed by the biller, who else is followed up by them, and credits go back
                // by them
                if (!money.payersAreEven() || money.patient().value() < 0) {
                    yield OwnerRole.BILLER;
                }
                yield money.patient().isZero() ? OwnerRole.NOBODY : OwnerRole.PATIENT;
            }
        };
    }
}
