package org.superbill.billing.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Figures;
import org.superbill.billing.ledger.LineSelection;
import org.superbill.billing.ledger.LineSelection.Of;
import org.superbill.billing.ledger.LineSelection.Side;

/** How the receivables came from one day to another: what they were, what moved them, what they are. */
@ApplicationScoped
class RollForward implements Report {
    private static final String OPENING = "opening";
    private static final String CLOSING = "closing";
    private static final Set<Account> RECEIVABLES =
            Arrays.stream(Account.values()).filter(Account::isReceivable).collect(Collectors.toUnmodifiableSet());

    private final Figures books;

    RollForward(Figures books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "roll-forward";
    }

    @Override
    public String meaning() {
        return "What was owed before the range, what moved it by the account on the other side, what is owed at the end; opening and movements sum to closing";
    }

    @Override
    public List<Figure> figures(ReportQuery query) {
        var figures = new ArrayList<Figure>();
        figures.add(
                Figure.cents(OPENING, "Owed before the range", owed(query.from().minusDays(1))));
        books.receivableMovements(query.from(), query.to())
                .forEach((account, moved) -> figures.add(Figure.cents(account.wire(), account.purpose(), moved)));
        figures.add(Figure.cents(CLOSING, "Owed at the end of the range", owed(query.to())));
        return figures;
    }

    private BigInteger owed(LocalDate asOf) {
        var turnovers = books.turnovers(asOf);
        return RECEIVABLES.stream()
                .map(account -> turnovers.of(account).balance())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    public Optional<List<FigureItem>> open(String figure, ReportQuery query, UUID after, int limit) {
        if (figure.equals(OPENING) || figure.equals(CLOSING)) {
            var to = figure.equals(OPENING) ? query.from().minusDays(1) : query.to();
            var selection = new LineSelection(RECEIVABLES, LocalDate.MIN, to, Side.BOTH, Of.ALL);
            return Optional.of(BookReports.items(books.parts(selection, after, limit), 1));
        }
        return Arrays.stream(Account.values())
                .filter(account -> !account.isReceivable() && account.wire().equals(figure))
                .findFirst()
                .map(account -> new LineSelection(
                        Set.of(account), query.from(), query.to(), Side.BOTH, Of.ENTRIES_OF_RECEIVABLES))
                .map(selection -> BookReports.items(books.parts(selection, after, limit), -1));
    }
}
