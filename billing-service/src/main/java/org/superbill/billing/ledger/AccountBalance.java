package org.superbill.billing.ledger;

import java.math.BigInteger;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an account holds; a sum has no end.
 *
 * @param balanceCents debits minus credits
 */
@Schema(name = "LedgerAccountBalance")
record AccountBalance(
        @Schema(examples = "insurance-receivable") Account account,
        String purpose,
        @Schema(type = SchemaType.INTEGER) BigInteger debitCents,
        @Schema(type = SchemaType.INTEGER) BigInteger creditCents,
        @Schema(type = SchemaType.INTEGER) BigInteger balanceCents) {}
