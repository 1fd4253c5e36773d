package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sums of the books for reports, and the entries that each is made of. */
@ApplicationScoped
public class Figures {
    private final FigureStore store;
    private final BalanceStore balances;

    Figures(FigureStore store, BalanceStore balances) {
        this.store = store;
        this.balances = balances;
    }

    /** Debits and credits of an account, in all until the end of a day. */
    public record Turnover(BigInteger debit, BigInteger credit) {
        public BigInteger balance() {
            return debit.subtract(credit);
        }
    }

    /** Of every account. */
    public record Turnovers(Map<Account, Turnover> byAccount) {
        private static final Turnover NONE = new Turnover(BigInteger.ZERO, BigInteger.ZERO);

        public Turnover of(Account account) {
            return byAccount.getOrDefault(account, NONE);
        }
    }

    /** What closed periods kept, and the lines since. */
    @Transactional
    public Turnovers turnovers(LocalDate asOf) {
        var turnovers = new EnumMap<Account, Turnover>(Account.class);
        balances.accounts(asOf)
                .forEach(account ->
                        turnovers.put(account.account(), new Turnover(account.debitCents(), account.creditCents())));
        return new Turnovers(turnovers);
    }

    /** What moved the receivables from the first day to the last, by the account on the other side; above zero they grew. */
    @Transactional
    public Map<Account, BigInteger> receivableMovements(LocalDate from, LocalDate to) {
        return store.receivableMovements(from, to);
    }

    /** Debits minus credits. */
    @Transactional
    public BigInteger sum(LineSelection selection) {
        return store.sum(selection);
    }

    /** An entry with what it adds to a figure. */
    public record Part(
            UUID entryId,
            String kind,
            LocalDate occurredOn,
            LocalDate bookedOn,
            Cents amount,
            @Nullable UUID claimId,
            @Nullable UUID remittanceId) {}

    /** In the order of their ids. */
    @Transactional
    public List<Part> parts(LineSelection selection, UUID after, int limit) {
        return store.parts(selection, after, limit);
    }

    /** Where a line comes from. @param kind of its entry, as it is stored; @param memo of its entry; @param occurredOn of its entry */
    public record Origin(
            String kind,
            @Nullable String memo,
            int lineNumber,
            Account account,
            Cents amount,
            @Nullable UUID claimId,
            @Nullable UUID remittanceId,
            @Nullable Integer claimLine,
            @Nullable String reason,
            LocalDate occurredOn) {}

    /** Of each line of an entry; none when there is no such entry. */
    @Transactional
    public List<Origin> origins(UUID entryId) {
        return store.origins(entryId);
    }
}
