package org.superbill.billing.deposit;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.reference.BusinessDay;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** Matches what the bank shows with what was announced; only what adds up to the cent is matched. */
@ApplicationScoped
public class Deposits {
    private static final String BY_TRACE = "trace";

    private final DepositStore store;
    private final Ledger ledger;
    private final DepositDeadlines deadlines;
    private final BusinessDay businessDay;
    private final Caller caller;
    private final Clock clock;

    Deposits(
            DepositStore store,
            Ledger ledger,
            DepositDeadlines deadlines,
            BusinessDay businessDay,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.businessDay = businessDay;
        this.caller = caller;
        this.clock = clock;
    }

    /** The bank will show this money, or has shown it already. Nothing is expected of a payment of zero. */
    @Transactional(TxType.MANDATORY)
    public void expect(Announced announced) {
        if (announced.amount().isZero()) {
            return;
        }
        store.lock(List.of(announced.traceNumber()));
        var expected = store.announced(announced.id()).orElseGet(() -> {
            var made = new ExpectedPayment(announced);
            store.keep(made);
            return made;
        });
        expected.announcedAgain();
        store.flush();
        deadlines.announced(List.of(expected), businessDay.today());
        matchByTrace(List.of(announced.traceNumber()));
    }

    /** It was not announced after all; a deposit that it was matched with is open again. */
    @Transactional(TxType.MANDATORY)
    public void withdraw(UUID announcedId) {
        store.announced(announcedId).ifPresent(expected -> {
            var depositId = expected.depositId();
            if (depositId != null) {
                open(store.findById(depositId));
            }
            expected.withdrawn();
            deadlines.withdrawn(expected);
        });
        store.flush();
    }

    /** What was to leave has not, or comes back: it is awaited no more, or awaited back where the bank has shown it. */
    @Transactional(TxType.MANDATORY)
    public void returned(UUID announcedId, Announced back) {
        if (store.announced(announcedId)
                .filter(payment -> payment.depositId() != null)
                .isPresent()) {
            expect(back);
        } else {
            withdraw(announcedId);
        }
    }

    /**
     * What came of a bank's file.
     *
     * @param lines of the file
     * @param known lines that were in an earlier file
     * @param cleared new deposits that were matched at once
     */
    record Taken(int lines, int known, int cleared) {}

    /** The same line in two files is one deposit, unless a person says that it is {@link #another}; two equal lines in one file are two. @throws Problem {@code BANK_FILE_INVALID} */
    @Transactional
    Taken take(byte[] file) {
        var lines = BankFile.read(file, businessDay.today());
        if (lines.isEmpty()) {
            return new Taken(0, 0, 0);
        }
        store.lock(lines.stream()
                .map(line -> Objects.requireNonNullElse(line.traceNumber(), ""))
                .toList());
        var hashed = new LinkedHashMap<String, BankLine>();
        var occurrences = new HashMap<BankLine, Integer>();
        lines.forEach(line -> hashed.put(hash(line, occurrences.merge(line, 1, Integer::sum)), line));
        var known = store.knownHashes(hashed.keySet());
        var deposits = new ArrayList<Deposit>();
        hashed.forEach((hash, line) -> {
            if (!known.contains(hash)) {
                deposits.add(new Deposit(line, hash, clock.instant()));
            }
        });
        shown(deposits);
        matchByTrace(deposits.stream()
                .map(Deposit::traceNumber)
                .filter(Objects::nonNull)
                .toList());
        var cleared = deposits.stream()
                .filter(deposit -> deposit.state() == Deposit.State.CLEARED)
                .count();
        return new Taken(lines.size(), known.size(), Math.toIntExact(cleared));
    }

    private void shown(List<Deposit> deposits) {
        store.persist(deposits.stream());
        store.flush();
        ledger.post(deposits.stream()
                .map(deposit -> DepositEntries.shown(deposit.id(), deposit.amount(), deposit.shownOn()))
                .toList());
        deadlines.shown(deposits, businessDay.today());
    }

    /**
     * A person knows that an equal line in a later file was not this deposit again, but another one of the day. A file that has both lines then brings nothing new. Who says so twice has
     * read this deposit before it was said once.
     *
     * @return the other one
     * @throws Problem {@code DEPOSIT_NOT_FOUND}, {@code STALE}, {@code DEPOSIT_STEP_NOT_ALLOWED} where a trace number says that it is the same money
     */
    @Transactional
    DepositView another(UUID id, @Nullable Revision expected) {
        var deposit = store.getLocked(id, expected);
        if (deposit.traceNumber() != null) {
            throw new Problem(
                    DepositProblem.DEPOSIT_STEP_NOT_ALLOWED,
                    "Money of one trace number is the same money, however often it is shown");
        }
        store.lock(List.of(""));
        var line = deposit.line();
        var occurrence = 2;
        while (!store.knownHashes(Set.of(hash(line, occurrence))).isEmpty()) {
            occurrence++;
        }
        var other = Deposit.added(line, hash(line, occurrence), clock.instant(), caller.subject());
        store.moveOn(deposit);
        shown(List.of(other));
        return view(other);
    }

    /**
     * The bank has not shown it, a person had added it by mistake.
     *
     * @throws Problem {@code DEPOSIT_NOT_FOUND}, {@code STALE}, {@code DEPOSIT_STEP_NOT_ALLOWED} where the bank's file has it, or it is not open
     */
    @Transactional
    DepositView takeBack(UUID id, @Nullable Revision expected, String reason) {
        var deposit = inState(id, expected, Deposit.State.OPEN);
        if (!deposit.isAddedByHand()) {
            throw new Problem(DepositProblem.DEPOSIT_STEP_NOT_ALLOWED, "A file of the bank has the deposit");
        }
        deposit.takenBack();
        deadlines.takenBack(deposit);
        ledger.post(List.of(DepositEntries.notShown(deposit.id(), deposit.amount(), businessDay.today(), reason)));
        store.flush();
        return view(deposit);
    }

    private static String hash(BankLine line, int occurrence) {
        return Sha256.hex("%s|%d|%s|%s|%s|%d"
                .formatted(
                        line.on(),
                        line.amount().value(),
                        line.description(),
                        line.traceNumber(),
                        line.originator(),
                        occurrence));
    }

    /** All that was announced under a trace has to be what the bank shows under it, else a person looks. */
    private void matchByTrace(Collection<String> traceNumbers) {
        if (traceNumbers.isEmpty()) {
            return;
        }
        var awaited = store.awaited(traceNumbers).stream().collect(groupingBy(ExpectedPayment::traceNumber));
        var matches = new LinkedHashMap<Deposit, List<ExpectedPayment>>();
        for (var deposit : store.open(traceNumbers)) {
            var meant = awaited.getOrDefault(Objects.requireNonNull(deposit.traceNumber()), List.of()).stream()
                    .filter(ExpectedPayment::isAwaited)
                    .filter(deposit::isMeantBy)
                    .toList();
            if (!meant.isEmpty() && Cents.sum(meant, ExpectedPayment::amount).equals(deposit.amount())) {
                matches.put(deposit, meant);
                meant.forEach(payment -> payment.matched(deposit.id(), BY_TRACE, clock.instant()));
            }
        }
        clear(matches);
        store.flush();
    }

    /** @param matches what each deposit carries */
    private void clear(Map<Deposit, List<ExpectedPayment>> matches) {
        matches.keySet().forEach(Deposit::cleared);
        ledger.post(matches.keySet().stream()
                .map(deposit -> DepositEntries.matched(deposit.id(), deposit.amount(), deposit.shownOn()))
                .toList());
        deadlines.cleared(matches);
    }

    private void open(Deposit deposit) {
        var payments = store.ofDeposits(List.of(deposit.id()));
        payments.forEach(ExpectedPayment::opened);
        deposit.opened();
        deadlines.announced(payments, businessDay.today());
        deadlines.shown(List.of(deposit), businessDay.today());
        ledger.post(List.of(DepositEntries.matchUndone(deposit.id(), deposit.amount(), businessDay.today())));
    }

    /**
     * A person knows what the deposit is, for instance several checks that were brought to the bank together.
     *
     * @param ids of the payments that were announced
     * @throws Problem {@code DEPOSIT_NOT_FOUND}, {@code STALE}, {@code DEPOSIT_STEP_NOT_ALLOWED}, {@code DEPOSIT_DIFFERS}
     */
    @Transactional
    DepositView match(UUID id, @Nullable Revision expected, Collection<UUID> ids) {
        var deposit = inState(id, expected, Deposit.State.OPEN);
        var wanted = new LinkedHashSet<>(ids);
        var payments = store.announced(wanted).stream()
                .filter(ExpectedPayment::isAwaited)
                .toList();
        if (payments.size() < wanted.size()) {
            throw new Problem(
                    DepositProblem.DEPOSIT_STEP_NOT_ALLOWED,
                    "%d of the payments are not awaited".formatted(wanted.size() - payments.size()));
        }
        var sum = Cents.sum(payments, ExpectedPayment::amount);
        if (!sum.equals(deposit.amount())) {
            throw new Problem(
                    DepositProblem.DEPOSIT_DIFFERS,
                    "The payments are %s and the deposit is %s"
                            .formatted(sum.dollars(), deposit.amount().dollars()));
        }
        payments.forEach(payment -> payment.matched(deposit.id(), caller.subject(), clock.instant()));
        clear(Map.of(deposit, payments));
        store.flush();
        return view(deposit);
    }

    /**
     * The bank takes back what it had shown, as a check that was not paid: what was announced is awaited again, and the two lines are nothing together.
     *
     * @param returned the deposit that it takes back
     * @throws Problem {@code DEPOSIT_NOT_FOUND}, {@code STALE}, {@code DEPOSIT_STEP_NOT_ALLOWED}, {@code DEPOSIT_DIFFERS}
     */
    @Transactional
    DepositView returns(UUID id, @Nullable Revision expected, UUID returned) {
        var deposit = inState(id, expected, Deposit.State.OPEN);
        var earlier = inState(store.getLocked(returned), Deposit.State.CLEARED);
        requireNotReturned(earlier);
        if (deposit.amount().value() >= 0 || !earlier.amount().negated().equals(deposit.amount())) {
            throw new Problem(
                    DepositProblem.DEPOSIT_DIFFERS,
                    "The deposit was %s, and %s cannot take it back"
                            .formatted(
                                    earlier.amount().dollars(), deposit.amount().dollars()));
        }
        open(earlier);
        earlier.cleared();
        deposit.returns(earlier);
        deadlines.cleared(Map.of(deposit, List.of(), earlier, List.of()));
        store.flush();
        return view(deposit);
    }

    private void requireNotReturned(Deposit deposit) {
        if (deposit.returnsDepositId() != null || store.returnOf(deposit).isPresent()) {
            throw new Problem(DepositProblem.DEPOSIT_STEP_NOT_ALLOWED, "The bank has taken the deposit back");
        }
    }

    /** A returned item and the deposit that it takes back are open again, both. @throws Problem {@code DEPOSIT_NOT_FOUND}, {@code STALE}, {@code DEPOSIT_STEP_NOT_ALLOWED} */
    @Transactional
    DepositView unmatch(UUID id, @Nullable Revision expected) {
        var deposit = inState(id, expected, Deposit.State.CLEARED);
        var returned = deposit.returnsDepositId();
        if (returned == null) {
            requireNotReturned(deposit);
            open(deposit);
        } else {
            var both = List.of(deposit, store.getLocked(returned));
            both.forEach(Deposit::opened);
            deadlines.shown(both, businessDay.today());
        }
        store.flush();
        return view(deposit);
    }

    private Deposit inState(UUID id, @Nullable Revision expected, Deposit.State state) {
        return inState(store.getLocked(id, expected), state);
    }

    private static Deposit inState(Deposit deposit, Deposit.State state) {
        if (deposit.state() != state) {
            throw new Problem(
                    DepositProblem.DEPOSIT_STEP_NOT_ALLOWED,
                    "The deposit is %s".formatted(deposit.state().wire()));
        }
        return deposit;
    }

    @Transactional
    DepositView get(UUID id) {
        return view(store.findByIdOptional(id)
                .orElseThrow(() -> new Problem(DepositProblem.DEPOSIT_NOT_FOUND, "No deposit with this id")));
    }

    private DepositView view(Deposit deposit) {
        var today = businessDay.today();
        return deposit.view(
                today,
                store.ofDeposits(List.of(deposit.id())).stream()
                        .map(payment -> payment.view(today))
                        .toList());
    }

    @Transactional
    Page<DepositView> list(Deposit.@Nullable State state, PageRequest page) {
        var today = businessDay.today();
        var deposits = store.list(state, page.after(), page.fetch());
        var payments = store.ofDeposits(deposits.stream().map(Deposit::id).toList()).stream()
                .map(payment -> payment.view(today))
                .collect(groupingBy(payment -> Objects.requireNonNull(payment.depositId())));
        var found = deposits.stream()
                .map(deposit -> deposit.view(today, payments.getOrDefault(deposit.id(), List.of())))
                .toList();
        return Page.of(found, page, DepositView::id);
    }

    /** Money that was announced and that the bank has not shown. */
    @Transactional
    Page<ExpectedPaymentView> awaited(PageRequest page) {
        var today = businessDay.today();
        var found = store.awaited(page.after(), page.fetch()).stream()
                .map(payment -> payment.view(today))
                .toList();
        return Page.of(found, page, ExpectedPaymentView::id);
    }
}
