package org.superbill.billing.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A step with a claim, by itself or as part of a bulk action.
 *
 * @param reason in the person's words; every step but submitting and correcting needs one
 * @param insuranceType SBR05, for a claim that bills Medicare after another payer
 * @param payerInTurn whose claim is corrected or taken back; null for the payer that is billed
 * @param payerClaimNumber which of the payer's numbers is meant, where it has decided the claim in parts
 * @param changeReason the condition code of a facility's claim that replaces another or takes it back
 */
record ClaimAction(
        Kind kind,
        @Nullable String reason,
        @Nullable String insuranceType,
        @Nullable Integer payerInTurn,
        @Nullable String payerClaimNumber,
        @Nullable String changeReason) {
    ClaimAction(Kind kind, @Nullable String reason, @Nullable String insuranceType) {
        this(kind, reason, insuranceType, null, null, null);
    }

    /** Which step. */
    public enum Kind {
        SUBMIT,
        HOLD,
        RELEASE,
        CORRECT,
        VOID,
        DISCARD,
        REOPEN,
        BILL_NEXT_PAYER,
        BILL_PATIENT,
        BILL_PAYER;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean needsReason() {
            return this != SUBMIT && this != CORRECT && this != BILL_NEXT_PAYER;
        }

        /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such step */
        public static Kind fromString(String wire) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such step"));
        }
    }

    static ClaimAction of(Kind kind, @Nullable String reason) {
        return new ClaimAction(kind, reason, null);
    }
}
