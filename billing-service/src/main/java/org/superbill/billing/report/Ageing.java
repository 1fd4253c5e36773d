package org.superbill.billing.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.AgeBucket;
import org.superbill.billing.ledger.Receivables;

/** What is owed by age, at the end of any day. What was paid too much stands beside it and is never netted. */
@ApplicationScoped
class Ageing implements Report {
    private static final String DEBIT = "debit";
    private static final String CREDIT = "credit";

    private final Receivables receivables;

    Ageing(Receivables receivables) {
        this.receivables = receivables;
    }

    @Override
    public String name() {
        return "ageing";
    }

    @Override
    public String meaning() {
        return "What payers and patients owe at the end of the last day, by age in days from the date of `by`; credits stand apart and are never netted";
    }

    @Override
    public List<Figure> figures(ReportQuery query) {
        var aged = receivables.aged(query.to(), query.by());
        var figures = new ArrayList<Figure>();
        for (var account : accounts()) {
            for (var bucket : AgeBucket.values()) {
                for (var side : List.of(DEBIT, CREDIT)) {
                    var cents = aged.stream()
                            .filter(items -> items.account() == account && items.bucket() == bucket)
                            .filter(items -> items.credit() == side.equals(CREDIT))
                            .map(items -> BigInteger.valueOf(items.amount().value()))
                            .reduce(BigInteger.ZERO, BigInteger::add);
                    figures.add(Figure.cents(
                            "%s.%s.%s".formatted(account.wire(), bucket.wire(), side),
                            side.equals(DEBIT) ? "Owed" : "Paid too much",
                            cents));
                }
            }
        }
        return figures;
    }

    private static List<Account> accounts() {
        return Arrays.stream(Account.values()).filter(Account::isReceivable).toList();
    }

    @Override
    public Optional<List<FigureItem>> open(String figure, ReportQuery query, UUID after, int limit) {
        var parts = figure.split("\\.", -1);
        if (parts.length != 3 || !parts[2].equals(DEBIT) && !parts[2].equals(CREDIT)) {
            return Optional.empty();
        }
        var account = accounts().stream()
                .filter(candidate -> candidate.wire().equals(parts[0]))
                .findFirst();
        var bucket = AgeBucket.ofWire(parts[1]);
        if (account.isEmpty() || bucket.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(items(receivables.items(
                query.to(), query.by(), Set.of(account.get()), bucket.get(), parts[2].equals(CREDIT), after, limit)));
    }

    static List<FigureItem> items(List<Receivables.Item> items) {
        return items.stream()
                .map(item -> new FigureItem(
                        item.id(),
                        null,
                        item.claimId(),
                        item.patientId(),
                        null,
                        item.since(),
                        "open",
                        item.balance().value()))
                .toList();
    }
}
