package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.billing.ledger.JournalEntry.Line;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** Random postings, reversals and closings, held against books that are kept in a list and know no closing. */
@QuarkusTest
@BillingStack
class LedgerPropertyTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final int DAYS = 180;
    private static final int STEPS = 60;

    @Inject
    Ledger ledger;

    @Inject
    Figures figures;

    @Inject
    Receivables receivables;

    @Inject
    Verification verification;

    @Inject
    Seals seals;

    @Inject
    Tenancy tenancy;

    /** An entry with the day under which it has to count. */
    private record Booked(JournalEntry entry, LocalDate on) {}

    private record Key(Account account, UUID claim) {}

    private record Open(long balance, LocalDate since) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyViewIsTheSumOfTheEntriesWhateverWasClosedWhen(long seed) {
        try (var events = TestEvents.open()) {
            var practice = new Practice(events);
            var books = new Books(practice.organization, ledger, tenancy);
            var random = new Random(seed);
            var claims = List.of(Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next());
            var list = new ArrayList<Booked>();
            var closed = START.minusDays(1);
            for (var step = 0; step < STEPS; step++) {
                if (random.nextInt(12) == 0 && closed.isBefore(START.plusDays(DAYS - 40))) {
                    var month = YearMonth.from(closed.plusDays(1));
                    practice.closes(month.toString());
                    closed = month.atEndOfMonth();
                } else {
                    var entry = entry(random, books, claims, list);
                    books.post(entry);
                    list.add(new Booked(
                            entry, entry.occurredOn().isAfter(closed) ? entry.occurredOn() : closed.plusDays(1)));
                }
                if (random.nextInt(10) == 0) {
                    as(practice, () -> seals.sealNext());
                }
            }
            assertThat(as(practice, verification::run).checks())
                    .allMatch(VerificationView.Check::holds, "seed " + seed);
            for (var i = 0; i < 6; i++) {
                compare(practice, list, START.plusDays(random.nextInt(DAYS + 30)), seed);
            }
        }
    }

    private JournalEntry entry(Random random, Books books, List<UUID> claims, List<Booked> list) {
        var claim = claims.get(random.nextInt(claims.size()));
        var on = START.plusDays(random.nextInt(DAYS)).toString();
        long cents = 1 + random.nextInt(100);
        return switch (random.nextInt(6)) {
            case 0, 1 -> books.charge(claim, on, cents);
            case 2 -> books.payment(claim, on, cents);
            case 3 -> books.contractual(claim, on, cents);
            case 4 -> books.patientsPart(claim, on, cents);
            default ->
                list.isEmpty()
                        ? books.charge(claim, on, cents)
                        : turned(list.get(random.nextInt(list.size())).entry(), on);
        };
    }

    private static JournalEntry turned(JournalEntry entry, String on) {
        var turned = entry.reversedBy(Ids.next(), LocalDate.parse(on), "it was wrong", "ann", "billing-manager");
        return new JournalEntry( // not by a person, of whose moves there would be a record
                turned.id(), JournalEntry.Kind.CHARGE_REVERSAL, turned.occurredOn(), turned.memo(), turned.lines());
    }

    private <T> T as(Practice practice, Supplier<T> work) {
        return tenancy.as(practice.organization, work);
    }

    private void compare(Practice practice, List<Booked> list, LocalDate asOf, long seed) {
        var where = "seed %d as of %s".formatted(seed, asOf);
        var until = list.stream().filter(booked -> !booked.on().isAfter(asOf)).toList();
        var turnovers = as(practice, () -> figures.turnovers(asOf));
        for (var account : Account.values()) {
            var amounts = until.stream()
                    .flatMap(booked -> booked.entry().lines().stream())
                    .filter(line -> line.account() == account)
                    .mapToLong(line -> line.amount().value())
                    .toArray();
            var turnover = turnovers.of(account);
            assertThat(turnover.debit().longValue())
                    .as(where + " " + account)
                    .isEqualTo(Arrays.stream(amounts).filter(cents -> cents > 0).sum());
            assertThat(turnover.balance().longValue())
                    .as(where + " " + account)
                    .isEqualTo(Arrays.stream(amounts).sum());
        }
        var open = open(until);
        for (var account : List.of(Account.INSURANCE_RECEIVABLE, Account.PATIENT_RECEIVABLE)) {
            for (var credit : new boolean[] {false, true}) {
                var expected = new HashMap<UUID, Open>();
                open.forEach((key, item) -> {
                    if (key.account() == account && item.balance() < 0 == credit) {
                        expected.put(key.claim(), item);
                    }
                });
                var found = new HashMap<UUID, Open>();
                as(
                                practice,
                                () -> receivables.items(
                                        asOf,
                                        AgeingBasis.RESPONSIBILITY_DATE,
                                        Set.of(account),
                                        null,
                                        credit,
                                        new UUID(0, 0),
                                        100))
                        .forEach(item ->
                                found.put(item.id(), new Open(item.balance().value(), item.since())));
                assertThat(found).as(where + " " + account).isEqualTo(expected);
            }
        }
    }

    /** Entry by entry in the order of the days: since the entry by which a balance left zero for its present side the last time. */
    private static Map<Key, Open> open(List<Booked> list) {
        var open = new HashMap<Key, Open>();
        list.stream()
                .sorted(Comparator.comparing(Booked::on)
                        .thenComparing(booked -> booked.entry().id().toString()))
                .forEach(booked -> {
                    var moved = new HashMap<Key, Long>();
                    for (Line line : booked.entry().lines()) {
                        if (line.account().isReceivable()) {
                            moved.merge(
                                    new Key(line.account(), line.reference().claimId()),
                                    line.amount().value(),
                                    Long::sum);
                        }
                    }
                    moved.forEach((key, cents) -> {
                        var before = open.getOrDefault(
                                key, new Open(0, booked.entry().occurredOn()));
                        var after = before.balance() + cents;
                        var stays = Long.signum(before.balance()) == Long.signum(after);
                        if (after == 0) {
                            open.remove(key);
                        } else {
                            open.put(
                                    key,
                                    new Open(
                                            after,
                                            stays
                                                    ? before.since()
                                                    : booked.entry().occurredOn()));
                        }
                    });
                });
        return open;
    }
}
