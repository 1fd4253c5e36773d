package org.superbill.billing.adjustment;

import static org.superbill.billing.adjustment.AdjustmentKind.BAD_DEBT;
import static org.superbill.billing.adjustment.AdjustmentKind.BAD_DEBT_FROM_COLLECTIONS;
import static org.superbill.billing.adjustment.AdjustmentKind.CONTRACTUAL;
import static org.superbill.billing.adjustment.AdjustmentKind.FROM_COLLECTIONS;
import static org.superbill.billing.adjustment.AdjustmentKind.INSURANCE_TO_PATIENT;
import static org.superbill.billing.adjustment.AdjustmentKind.INSURANCE_TO_PAYER;
import static org.superbill.billing.adjustment.AdjustmentKind.PATIENT_TO_PAYER;
import static org.superbill.billing.adjustment.AdjustmentKind.TO_COLLECTIONS;
import static org.superbill.billing.adjustment.AdjustmentKind.WRITE_OFF_INSURANCE;
import static org.superbill.billing.adjustment.AdjustmentKind.WRITE_OFF_PATIENT;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Why a person does it; each reason stands for some kinds only, and is kept on the lines. */
public enum AdjustmentReason {
    TIMELY_FILING(WRITE_OFF_INSURANCE),
    DENIAL_UPHELD(WRITE_OFF_INSURANCE),
    NO_AUTHORIZATION(WRITE_OFF_INSURANCE),
    NOT_BILLABLE(WRITE_OFF_INSURANCE, WRITE_OFF_PATIENT),
    OUR_ERROR(WRITE_OFF_INSURANCE, WRITE_OFF_PATIENT),
    SMALL_BALANCE(WRITE_OFF_INSURANCE, WRITE_OFF_PATIENT),
    CHARITY(WRITE_OFF_PATIENT),
    COURTESY(WRITE_OFF_PATIENT),
    CONTRACT_TERMS(CONTRACTUAL),
    UNCOLLECTED(BAD_DEBT, BAD_DEBT_FROM_COLLECTIONS, TO_COLLECTIONS),
    BANKRUPTCY(BAD_DEBT, BAD_DEBT_FROM_COLLECTIONS),
    DECEASED(BAD_DEBT, BAD_DEBT_FROM_COLLECTIONS),
    RECALLED(FROM_COLLECTIONS),
    COVERAGE_FOUND(PATIENT_TO_PAYER),
    ANOTHER_PAYER(INSURANCE_TO_PAYER),
    SELF_PAY(INSURANCE_TO_PATIENT),
    /** The payer that was to be asked next does not insure the patient. */
    NO_COVERAGE(INSURANCE_TO_PATIENT),
    /** The payer has sent the money to the patient (CARC 100), who owes it to us. */
    PAID_TO_PATIENT(INSURANCE_TO_PATIENT);

    private final Set<AdjustmentKind> kinds;

    AdjustmentReason(AdjustmentKind... kinds) {
        this.kinds = Set.of(kinds);
    }

    boolean standsFor(AdjustmentKind kind) {
        return kinds.contains(kind);
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such reason */
    @JsonCreator
    public static AdjustmentReason of(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such reason"));
    }
}
