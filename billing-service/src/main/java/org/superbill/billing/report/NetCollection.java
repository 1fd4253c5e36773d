package org.superbill.billing.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
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

/** How much of what may be collected was. Write-offs and bad debt do not make the denominator smaller: they are what was not collected. */
@ApplicationScoped
class NetCollection implements Report {
    private static final String PAYMENTS = "payments";
    private static final String COLLECTIBLE = "collectible";
    private static final Set<Account> MONEY =
            Arrays.stream(Account.values()).filter(Account::isMoney).collect(Collectors.toUnmodifiableSet());
    private static final Set<Account> NOT_ALLOWED =
            Set.of(Account.CONTRACTUAL_ADJUSTMENT, Account.SEQUESTRATION_ADJUSTMENT, Account.UNCOLLECTIBLE_ADJUSTMENT);

    private final Figures books;

    NetCollection(Figures books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "net-collection";
    }

    @Override
    public String meaning() {
        return "Payments for claims booked in the range less what was refunded of them, divided by the charges booked in it less what contracts, sequestration and the protection of qualified beneficiaries do not allow; claims that were taken over from a former system are in neither";
    }

    @Override
    public List<Figure> figures(ReportQuery query) {
        var payments = Figure.cents(PAYMENTS, "Payments for claims less refunds", books.sum(payments(query)));
        var collectible = Figure.cents(
                COLLECTIBLE,
                "Charges less what is not allowed",
                books.sum(collectible(query)).negate());
        return List.of(
                Figure.quotient("rate", "Net collection", Figure.Unit.RATIO, payments, collectible, 1),
                payments,
                collectible);
    }

    private static LineSelection payments(ReportQuery query) {
        return new LineSelection(MONEY, query.from(), query.to(), Side.BOTH, Of.OWN_CLAIMS);
    }

    private static LineSelection collectible(ReportQuery query) {
        var accounts = new HashSet<>(NOT_ALLOWED);
        accounts.add(Account.PATIENT_SERVICE_REVENUE);
        return new LineSelection(accounts, query.from(), query.to(), Side.BOTH, Of.OWN_CLAIMS);
    }

    @Override
    public Optional<List<FigureItem>> open(String figure, ReportQuery query, UUID after, int limit) {
        return switch (figure) {
            case PAYMENTS -> Optional.of(BookReports.items(books.parts(payments(query), after, limit), 1));
            case COLLECTIBLE -> Optional.of(BookReports.items(books.parts(collectible(query), after, limit), -1));
            default -> Optional.empty();
        };
    }
}
