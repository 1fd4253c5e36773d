package org.superbill.billing.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Figures;
import org.superbill.billing.ledger.LineSelection;
import org.superbill.billing.ledger.LineSelection.Of;
import org.superbill.billing.ledger.LineSelection.Side;

/** Every account: what it held before the range, what moved in it, what it holds at its end. */
@ApplicationScoped
class TrialBalance implements Report {
    private final Figures books;

    TrialBalance(Figures books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "trial-balance";
    }

    @Override
    public String meaning() {
        return "Every account: its balance before the range, debits and credits in it, its balance at the end; the balances sum to zero";
    }

    @Override
    public List<Figure> figures(ReportQuery query) {
        var before = books.turnovers(query.from().minusDays(1));
        var after = books.turnovers(query.to());
        var figures = new ArrayList<Figure>();
        var total = BigInteger.ZERO;
        for (var account : Account.values()) {
            var opening = before.of(account);
            var closing = after.of(account);
            var name = account.wire();
            figures.add(Figure.cents(name + ".opening", "Balance before the range", opening.balance()));
            figures.add(Figure.cents(
                    name + ".debit", "Debits in the range", closing.debit().subtract(opening.debit())));
            figures.add(Figure.cents(
                    name + ".credit", "Credits in the range", closing.credit().subtract(opening.credit())));
            figures.add(Figure.cents(name + ".balance", "Balance at the end of the range", closing.balance()));
            total = total.add(closing.balance());
        }
        figures.add(Figure.cents("total", "All balances together: zero", total));
        return figures;
    }

    @Override
    public Optional<List<FigureItem>> open(String figure, ReportQuery query, UUID after, int limit) {
        if (figure.equals("total")) {
            return Optional.of(parts(Set.of(Account.values()), LocalDate.MIN, query.to(), Side.BOTH, after, limit));
        }
        for (var account : Account.values()) {
            if (figure.startsWith(account.wire() + ".")) {
                var accounts = Set.of(account);
                return switch (figure.substring(account.wire().length() + 1)) {
                    case "opening" ->
                        Optional.of(parts(accounts, LocalDate.MIN, query.from().minusDays(1), Side.BOTH, after, limit));
                    case "debit" -> Optional.of(parts(accounts, query.from(), query.to(), Side.DEBIT, after, limit));
                    case "credit" -> Optional.of(parts(accounts, query.from(), query.to(), Side.CREDIT, after, limit));
                    case "balance" -> Optional.of(parts(accounts, LocalDate.MIN, query.to(), Side.BOTH, after, limit));
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private List<FigureItem> parts(
            Set<Account> accounts, LocalDate from, LocalDate to, Side side, UUID after, int limit) {
        return BookReports.items(
                books.parts(new LineSelection(accounts, from, to, side, Of.ALL), after, limit),
                side == Side.CREDIT ? -1 : 1);
    }
}
