package org.superbill.billing.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Figures;
import org.superbill.billing.ledger.LineSelection;
import org.superbill.billing.ledger.LineSelection.Of;
import org.superbill.billing.ledger.LineSelection.Side;
import org.superbill.billing.ledger.Receivables;

/** How many days of charging stand open. */
@ApplicationScoped
class DaysInReceivable implements Report {
    private static final int DAYS = 90;
    private static final String OPEN = "receivables";
    private static final String CREDITS = "credits";
    private static final String CHARGES = "charges";
    private static final Set<Account> OWED = Set.of(Account.INSURANCE_RECEIVABLE, Account.PATIENT_RECEIVABLE);

    private final Figures books;
    private final Receivables receivables;

    DaysInReceivable(Figures books, Receivables receivables) {
        this.books = books;
        this.receivables = receivables;
    }

    @Override
    public String name() {
        return "days-in-receivable";
    }

    @Override
    public String meaning() {
        return "What payers and patients owe at the end of the last day, divided by the charges of the 90 days to it, times 90; credits are left out and shown beside, and what was taken over from a former system is in neither";
    }

    @Override
    public List<Figure> figures(ReportQuery query) {
        var owed = BigInteger.ZERO;
        var credits = BigInteger.ZERO;
        for (var items : receivables.agedOfOwnClaims(query.to(), query.by())) {
            var cents = BigInteger.valueOf(items.amount().value());
            if (OWED.contains(items.account())) {
                owed = items.credit() ? owed : owed.add(cents);
                credits = items.credit() ? credits.add(cents) : credits;
            }
        }
        var open = Figure.cents(OPEN, "Owed, credits left out", owed);
        var charged = Figure.cents(
                CHARGES,
                "Charges of the 90 days",
                books.sum(charges(query.to())).negate());
        return List.of(
                Figure.quotient("days", "Days of charging that stand open", Figure.Unit.DAYS, open, charged, DAYS),
                open,
                Figure.cents(CREDITS, "Paid too much", credits),
                charged);
    }

    private static LineSelection charges(LocalDate to) {
        return new LineSelection(
                Set.of(Account.PATIENT_SERVICE_REVENUE), to.minusDays(DAYS - 1), to, Side.BOTH, Of.OWN_CLAIMS);
    }

    @Override
    public Optional<List<FigureItem>> open(String figure, ReportQuery query, UUID after, int limit) {
        return switch (figure) {
            case OPEN, CREDITS ->
                Optional.of(Ageing.items(receivables.itemsOfOwnClaims(
                        query.to(), query.by(), OWED, figure.equals(CREDITS), after, limit)));
            case CHARGES -> Optional.of(BookReports.items(books.parts(charges(query.to()), after, limit), -1));
            default -> Optional.empty();
        };
    }
}
