package org.superbill.billing.adjustment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.superbill.billing.ledger.Account;

/** What a person can do with what is owed for a claim: from which account to which. */
public enum AdjustmentKind {
    WRITE_OFF_INSURANCE(Account.INSURANCE_RECEIVABLE, Account.WRITE_OFF),
    WRITE_OFF_PATIENT(Account.PATIENT_RECEIVABLE, Account.WRITE_OFF),
    CONTRACTUAL(Account.INSURANCE_RECEIVABLE, Account.CONTRACTUAL_ADJUSTMENT),
    BAD_DEBT(Account.PATIENT_RECEIVABLE, Account.BAD_DEBT),
    BAD_DEBT_FROM_COLLECTIONS(Account.COLLECTIONS, Account.BAD_DEBT),
    TO_COLLECTIONS(Account.PATIENT_RECEIVABLE, Account.COLLECTIONS),
    FROM_COLLECTIONS(Account.COLLECTIONS, Account.PATIENT_RECEIVABLE),
    INSURANCE_TO_PAYER(Account.INSURANCE_RECEIVABLE, Account.INSURANCE_RECEIVABLE),
    PATIENT_TO_PAYER(Account.PATIENT_RECEIVABLE, Account.INSURANCE_RECEIVABLE),
    INSURANCE_TO_PATIENT(Account.INSURANCE_RECEIVABLE, Account.PATIENT_RECEIVABLE);

    private final Account from;
    private final Account to;

    AdjustmentKind(Account from, Account to) {
        this.from = from;
        this.to = to;
    }

    Account from() {
        return from;
    }

    Account to() {
        return to;
    }

    /** Whether money is given up: then limits hold. */
    boolean isLoss() {
        return !to.isReceivable();
    }

    boolean needsPayer() {
        return to == Account.INSURANCE_RECEIVABLE;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such kind */
    @JsonCreator
    public static AdjustmentKind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such kind of adjustment"));
    }
}
