package org.superbill.billing.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an account holds.
 *
 * @param balanceCents debits minus credits
 */
@Schema(name = "LedgerAccountBalance")
record AccountBalance(
        @Schema(examples = "insurance-receivable") Account account,
        String purpose,
        long debitCents,
        long creditCents,
        long balanceCents) {}
