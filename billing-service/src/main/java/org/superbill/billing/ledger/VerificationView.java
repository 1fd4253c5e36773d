package org.superbill.billing.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param holds whether every rule does
 * @param unsealed entries that wait for their seal, as those of the last seconds do
 * @param sealPosition the end of the chain: how many entries are sealed
 * @param sealHash the last seal, hexadecimal; whoever keeps both can show later that nothing before it was changed
 */
@Schema(name = "LedgerVerification")
record VerificationView(
        Instant at,
        boolean holds,
        long entries,
        long lines,
        long unsealed,
        long sealPosition,
        String sealHash,
        List<Check> checks) {

    /** What is verified. */
    public enum Rule {
        ENTRIES_BALANCE("Each entry has its lines, and they sum to zero"),
        SUB_LEDGERS_SUM_TO_ACCOUNTS(
                "Each line of a receivable is a payer's or a patient's, so that they sum to the account"),
        CLAIMS_ADD_UP("A claim's charge is what was paid and adjusted, what the payers and the patient still owe"),
        PATIENT_RESPONSIBILITY(
                "No patient owes more than the payers called the patient's part, or of what is billed to patients than the charge"),
        RECORDS_AGREE(
                "The books say what claims, payments, deposits, refunds and adjustments have on record: charges by line, cash by payment and claim, what is payable, cleared and was moved by hand"),
        CLOSED_PERIODS_STAND(
                "The lines of closed periods make what their closing kept, each total and each open item, and no closing is gone"),
        EVERYTHING_IS_SEALED("No entry and no closing waits for its seal for more than ten minutes"),
        NOTHING_CHANGED("Each sealed entry and closing says what it said when it was sealed, and the chain is whole");

        private final String meaning;

        Rule(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param findings what breaks the rule, a hundred at most */
    @Schema(name = "LedgerVerificationCheck")
    record Check(Rule rule, String meaning, boolean holds, List<Finding> findings) {
        static Check of(Rule rule, List<Finding> findings) {
            return new Check(rule, rule.meaning(), findings.isEmpty(), List.copyOf(findings));
        }
    }

    /** @param sealPosition in the chain */
    @Schema(name = "LedgerVerificationFinding")
    record Finding(
            @Nullable UUID entryId,
            @Nullable UUID claimId,
            @Nullable Long sealPosition,
            String explanation) {}
}
