package org.superbill.billing.deposit;

import java.time.LocalDate;
import java.util.UUID;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.servicekit.ids.Ids;

/** What deposits do to the books. Pure. */
final class DepositEntries {
    private DepositEntries() {}

    /** The bank has it, and nobody knows yet for what. */
    static JournalEntry shown(UUID depositId, Cents amount, LocalDate on) {
        return new JournalEntry.Builder()
                .move(amount, Account.BANK_ACCOUNT, Account.DEPOSIT_CLEARING, Reference.NONE, null, null)
                .build(Ids.next(), Kind.DEPOSIT, on, "Deposit " + depositId);
    }

    /** The bank does not have it after all. */
    static JournalEntry notShown(UUID depositId, Cents amount, LocalDate on, String reason) {
        return new JournalEntry.Builder()
                .move(amount.negated(), Account.BANK_ACCOUNT, Account.DEPOSIT_CLEARING, Reference.NONE, null, null)
                .build(Ids.next(), Kind.DEPOSIT, on, "Deposit %s taken back: %s".formatted(depositId, reason));
    }

    /** It is what was announced: the cash that was said to be sent is in the bank. */
    static JournalEntry matched(UUID depositId, Cents amount, LocalDate on) {
        return moved(Kind.DEPOSIT_MATCH, depositId, amount, on);
    }

    static JournalEntry matchUndone(UUID depositId, Cents amount, LocalDate on) {
        return moved(Kind.DEPOSIT_MATCH_UNDONE, depositId, amount.negated(), on);
    }

    /** Without the remittance: what undoes a posting leaves the bank's side alone. */
    private static JournalEntry moved(Kind kind, UUID depositId, Cents amount, LocalDate on) {
        return new JournalEntry.Builder()
                .move(amount, Account.DEPOSIT_CLEARING, Account.CASH, Reference.NONE, null, null)
                .build(Ids.next(), kind, on, "Deposit " + depositId);
    }
}
