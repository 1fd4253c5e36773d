package org.superbill.billing.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/**
 * What features say must be done in time, and what the engine makes of it. Opening and closing join the caller's transaction, and
 * take a fixed number of statements however many they are.
 */
@ApplicationScoped
public class Deadlines {
    private static final int AT_A_TIME = 1000;

    private final DeadlineStore store;
    private final Clock clock;
    private final Event<DeadlinesPassing> passing;
    private final Event<DeadlinesPassed> passed;
    private final Caller caller;

    Deadlines(
            DeadlineStore store,
            Clock clock,
            Event<DeadlinesPassing> passing,
            Event<DeadlinesPassed> passed,
            Caller caller) {
        this.store = store;
        this.clock = clock;
        this.passing = passing;
        this.passed = passed;
        this.caller = caller;
    }

    /**
     * Keeps a deadline. One of the kind that runs for the subject already stays when its day is the same; with another day it is
     * withdrawn and this one takes its place.
     *
     * @param dueOn the last day on which it is in time, in the organization's calendar
     */
    @Transactional(TxType.MANDATORY)
    public void open(DeadlineKind kind, UUID subjectId, LocalDate dueOn) {
        openAll(List.of(new DeadlineOpening(kind, subjectId, dueOn)));
    }

    /** As {@link #open}; at most one for each kind and subject. */
    @Transactional(TxType.MANDATORY)
    public void openAll(Collection<DeadlineOpening> openings) {
        if (!openings.isEmpty()) {
            store.open(openings, clock.instant());
        }
    }

    /** As {@link #openAll}, but one that runs stays, whatever its day. */
    @Transactional(TxType.MANDATORY)
    public void openUnlessRunning(Collection<DeadlineOpening> openings) {
        if (!openings.isEmpty()) {
            store.openUnlessRunning(openings, clock.instant());
        }
    }

    /** It is done; late when its day has passed. Nothing happens when none runs. */
    @Transactional(TxType.MANDATORY)
    public void close(DeadlineKind kind, UUID subjectId) {
        closeAll(kind, List.of(subjectId));
    }

    /** As {@link #close}. */
    @Transactional(TxType.MANDATORY)
    public void closeAll(DeadlineKind kind, Collection<UUID> subjectIds) {
        if (!subjectIds.isEmpty()) {
            store.meet(kind, subjectIds, clock.instant());
        }
    }

    /** It does not matter any more. */
    @Transactional(TxType.MANDATORY)
    public void withdrawAll(DeadlineKind kind, Collection<UUID> subjectIds, String because) {
        if (!subjectIds.isEmpty()) {
            store.withdraw(kind, subjectIds, because, clock.instant());
        }
    }

    /** What one round of the engine did. */
    record Round(int alarmed, int passed) {}

    /**
     * Alarms what is near and marks what has passed, up to a thousand of each; again until nothing is left. It waits for nobody.
     *
     * @param today in the organization's calendar
     */
    @Transactional(TxType.MANDATORY)
    Round reach(LocalDate today) {
        var now = clock.instant();
        var ids = passing(store.due(today, AT_A_TIME));
        var alarmed = store.alarm(today, now, AT_A_TIME);
        var over = store.pass(ids, now);
        over.stream()
                .collect(groupingBy(
                        DeadlineStore.Over::kind,
                        mapping(one -> new DeadlinesPassed.Passed(one.subjectId(), one.dueOn()), toList())))
                .forEach((kind, ofKind) -> passed.fire(new DeadlinesPassed(kind, ofKind)));
        return new Round(alarmed, over.size());
    }

    /** Those of what nobody else holds. */
    private List<UUID> passing(List<DeadlineStore.Over> due) {
        var ids = new ArrayList<UUID>();
        due.stream().collect(groupingBy(DeadlineStore.Over::kind)).forEach((kind, ofKind) -> {
            var passing = new DeadlinesPassing(
                    kind, ofKind.stream().map(DeadlineStore.Over::subjectId).toList());
            this.passing.fire(passing);
            var held = Set.copyOf(passing.subjects());
            ofKind.stream()
                    .filter(one -> held.contains(one.subjectId()))
                    .map(DeadlineStore.Over::id)
                    .forEach(ids::add);
        });
        return ids;
    }

    /** What runs, or ran, for a subject, oldest first. */
    @Transactional
    public List<Kept> of(UUID subjectId) {
        var filter = new DeadlineFilter(null, null, null, subjectId, null, null);
        return store.list(filter, new UUID(0, 0), AT_A_TIME).stream()
                .map(view -> new Kept(view.kind(), view.dueOn(), view.basis(), view.state()))
                .toList();
    }

    /** The last day of one that runs, or has passed and is not done yet. */
    @Transactional
    public Optional<LocalDate> running(DeadlineKind kind, UUID subjectId) {
        return kept(kind, subjectId).map(Kept::dueOn);
    }

    /** The one that runs, or has passed and is not done yet. */
    @Transactional
    public Optional<Kept> kept(DeadlineKind kind, UUID subjectId) {
        return of(subjectId).stream()
                .filter(kept -> kept.kind() == kind
                        && (kept.state() == DeadlineState.OPEN || kept.state() == DeadlineState.PASSED))
                .findFirst();
    }

    /** What other features may know of a deadline. */
    public record Kept(DeadlineKind kind, LocalDate dueOn, String basis, DeadlineState state) {}

    @Transactional
    Page<DeadlineView> list(DeadlineFilter filter, PageRequest page) {
        return Page.of(store.list(filter, page.after(), page.fetch()), page, DeadlineView::id);
    }

    /** @throws Problem {@code DEADLINE_NOT_FOUND} */
    @Transactional
    DeadlineView get(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new Problem(DeadlineProblem.DEADLINE_NOT_FOUND, "No deadline with this id"));
    }

    /**
     * The caller, or somebody else, takes it.
     *
     * @param assignee the subject of a token; the caller when absent
     * @throws Problem {@code DEADLINE_NOT_FOUND}, {@code STALE}, {@code DEADLINE_CLOSED}
     */
    @Transactional
    DeadlineView assign(UUID id, @Nullable Revision expected, @Nullable String assignee) {
        requireRunning(id, expected);
        store.assign(id, assignee == null ? caller.subject() : assignee);
        return get(id);
    }

    /**
     * A person closes what the system cannot see done.
     *
     * @throws Problem {@code DEADLINE_NOT_FOUND}, {@code STALE}, {@code DEADLINE_CLOSED}
     */
    @Transactional
    DeadlineView close(UUID id, @Nullable Revision expected, boolean done, String because) {
        requireRunning(id, expected);
        store.closeByHand(id, done, because, clock.instant());
        return get(id);
    }

    private void requireRunning(UUID id, @Nullable Revision expected) {
        store.lock(id);
        var deadline = get(id);
        Revision.requireMatch(expected, deadline.revision().value());
        if (deadline.closedAt() != null) {
            throw new Problem(DeadlineProblem.DEADLINE_CLOSED, "The deadline is closed");
        }
    }
}
