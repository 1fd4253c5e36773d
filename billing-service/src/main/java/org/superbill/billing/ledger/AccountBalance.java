package org.superbill.billing.ledger;

import java.math.BigInteger;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an account holds; a sum has no end.
 *
 * @param type on which side it grows
 * @param subLedger whose balances it is the sum of: see {@code /ledger/accounts/{account}/sub-accounts}
 * @param balanceCents debits minus credits
 */
@Schema(name = "LedgerAccountBalance")
record AccountBalance(
        @Schema(examples = "insurance-receivable") Account account,
        Account.Type type,
        Account.SubLedger subLedger,
        String purpose,
        @Schema(type = SchemaType.INTEGER) BigInteger debitCents,
        @Schema(type = SchemaType.INTEGER) BigInteger creditCents,
        @Schema(type = SchemaType.INTEGER) BigInteger balanceCents) {

    static AccountBalance of(Account account, BigInteger debit, BigInteger credit) {
        return new AccountBalance(
                account, account.type(), account.subLedger(), account.purpose(), debit, credit, debit.subtract(credit));
    }
}
