package org.superbill.billing.schedule;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What an organization sets for its payers, and what follows from it. */
@ApplicationScoped
public class Schedules {
    private final ScheduleStore store;
    private final Reference reference;
    private final Clock clock;
    private final Caller caller;
    private final Event<SendNow> sendNow;

    Schedules(ScheduleStore store, Reference reference, Clock clock, Caller caller, Event<SendNow> sendNow) {
        this.store = store;
        this.reference = reference;
        this.clock = clock;
        this.caller = caller;
        this.sendNow = sendNow;
    }

    /** Fired when what is queued need not wait any longer. */
    public record SendNow(UUID organization) {}

    /** The payers to whom a claim without an error goes without a person. */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> payersOfCleanClaims() {
        return store.all().stream()
                .filter(Schedule::submitsCleanClaims)
                .map(Schedule::payerId)
                .collect(toUnmodifiableSet());
    }

    /** What the schedules say now. */
    public final class Now {
        private final List<Schedule> schedules = store.all();
        private final Instant at = clock.instant();

        private Now() {}

        /** Payers whose claims wait for their time. */
        public Set<UUID> waiting() {
            return schedules.stream()
                    .filter(schedule -> schedule.waits(at))
                    .map(Schedule::payerId)
                    .collect(toUnmodifiableSet());
        }

        /** Everything has been written for those whose time had come: they wait for the next. */
        public void allWritten() {
            if (schedules.isEmpty()) {
                return;
            }
            var zone = reference.timeZoneOf(caller.requireOrganization());
            for (var schedule : schedules) {
                var due = schedule.nextAt();
                if (due != null && !schedule.waits(at)) {
                    store.moveOn(
                            schedule.payerId(),
                            due,
                            schedule.sendTimes().next(at, zone).orElse(null));
                }
            }
        }
    }

    /** In the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public Now now() {
        return new Now();
    }

    /** When a payer is asked about what it has not decided. */
    public record Inquiry(
            UUID payerId, int afterDays, @Nullable Integer everyDays) {}

    @Transactional(TxType.MANDATORY)
    public List<Inquiry> inquiries() {
        return store.all().stream()
                .flatMap(schedule -> {
                    var after = schedule.inquireAfterDays();
                    return after == null
                            ? Stream.<Inquiry>empty()
                            : Stream.of(new Inquiry(schedule.payerId(), after, schedule.inquireEveryDays()));
                })
                .toList();
    }

    @Transactional
    List<Schedule> list() {
        return store.all();
    }

    /** @throws Problem {@code SUBMISSION_SCHEDULE_NOT_FOUND} */
    @Transactional
    Schedule get(UUID payerId) {
        return store.find(payerId).orElseThrow(Schedules::notFound);
    }

    /**
     * @param wanted its time and revision are not looked at
     * @param expected absent only when nothing is set yet
     * @throws Problem {@code IF_MATCH_MISSING}, {@code STALE}
     */
    @Transactional
    Schedule put(Schedule wanted, @Nullable Revision expected) {
        var known = store.findLocked(wanted.payerId()).map(Schedule::revision);
        var revision = Revision.next(expected, known);
        var next = wanted.sendTimes()
                .next(clock.instant(), reference.timeZoneOf(caller.requireOrganization()))
                .orElse(null);
        store.put(new Schedule(
                wanted.payerId(),
                wanted.submitsCleanClaims(),
                wanted.sendTimes(),
                next,
                wanted.inquireAfterDays(),
                wanted.inquireEveryDays(),
                revision));
        sendNow.fire(new SendNow(caller.requireOrganization()));
        return get(wanted.payerId());
    }

    /** What is queued for the payer goes now, once. @throws Problem {@code SUBMISSION_SCHEDULE_NOT_FOUND} */
    @Transactional
    Schedule sendNow(UUID payerId) {
        var schedule = store.findLocked(payerId).orElseThrow(Schedules::notFound);
        if (!schedule.sendTimes().isAtOnce()) {
            store.put(schedule.nextAt(clock.instant()));
        }
        sendNow.fire(new SendNow(caller.requireOrganization()));
        return get(payerId);
    }

    private static Problem notFound() {
        return new Problem(ScheduleProblem.SUBMISSION_SCHEDULE_NOT_FOUND, "Nothing is set for this payer");
    }
}
