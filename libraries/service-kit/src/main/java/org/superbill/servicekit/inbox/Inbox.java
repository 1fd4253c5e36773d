package org.superbill.servicekit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.events.Ordering;
import org.superbill.servicekit.outbox.RecordHeadersJson;
import org.superbill.servicekit.tenancy.Tenancy;

/** Applies events once and in order, each in one transaction with the note that it was applied; an error of the JVM fails one event, as an exception does. */
@ApplicationScoped
class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int ATTEMPTS = 3; // before a failure that we do not understand is final

    private final Tenancy tenancy;
    private final InboxTable table;
    private final StuckTable stuck;
    private final Handlers handlers;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;

    Inbox(
            Tenancy tenancy,
            InboxTable table,
            StuckTable stuck,
            Handlers handlers,
            DeadLetters deadLetters,
            MeterRegistry metrics) {
        this.tenancy = tenancy;
        this.table = table;
        this.stuck = stuck;
        this.handlers = handlers;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Applies, parks, ignores or buries a record; afterwards it need not come again. @throws TryAgain when it must */
    void take(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null) {
            return; // a tombstone clears a state topic; none of ours tells of an end yet
        }
        Arrived event;
        try {
            event = Arrived.of(message);
        } catch (UnreadableEnvelope e) {
            var organization = e.organization();
            bury(organization == null ? null : UUID.fromString(organization), Letter.unreadable(message), e);
            return;
        }
        take(event);
    }

    /** Whether the handler of the type wants all of its events that came. */
    boolean takesAllThatCame(String type) {
        return handlers.takesAllThatCame(type);
    }

    /**
     * As {@link #take} for records of one organization: in one transaction, and when that fails in two halves.
     */
    void takeAll(List<ConsumerRecord<byte[], byte[]>> messages) {
        if (messages.size() == 1) {
            take(messages.get(0));
            return;
        }
        List<Arrived> events;
        try {
            events = messages.stream().map(Arrived::of).toList();
        } catch (UnreadableEnvelope e) {
            messages.forEach(this::take);
            return;
        }
        takeTogether(events);
    }

    private void takeTogether(List<Arrived> events) {
        if (events.size() == 1) {
            take(events.get(0));
            return;
        }
        try {
            applyAll(events);
        } catch (RuntimeException | Error e) {
            if (Failure.of(e) == Failure.PASSES) {
                throw new TryAgain("A batch of events waits for the database or for what is being read", e);
            }
            LOG.debugf("A batch of %d events is taken in halves: %s", events.size(), Failure.trace(e));
            takeTogether(events.subList(0, events.size() / 2));
            takeTogether(events.subList(events.size() / 2, events.size()));
        }
    }

    /** An event that was applied, and what the tables knew of those that wait for it. */
    private record Applied(Arrived event, InboxTable.Turn turn) {}

    private void applyAll(List<Arrived> events) {
        var applied = as(events.get(0).envelope().organization(), () -> {
            tenancy.remember();
            return Batches.runs(events).stream()
                    .flatMap(run -> applyRun(run).stream())
                    .toList();
        });
        applied.forEach(one -> afterApplying(one.event, one.turn));
    }

    /** Events of one topic and type, no two of one subject. */
    private List<Applied> applyRun(List<Arrived> run) {
        var turns = table.enterAll(run);
        var applied = run.stream()
                .map(event -> new Applied(
                        event, Objects.requireNonNull(turns.get(event.envelope().id()))))
                .toList();
        var due = applied.stream().filter(one -> one.turn.isItsTurn()).toList();
        handlers.handleAll(due.stream().map(Applied::event).toList());
        applied.stream()
                .filter(one -> one.turn.isNew() && !one.turn.isItsTurn())
                .forEach(one -> parkIfEarly(one.event));
        return due;
    }

    private void take(Arrived event) {
        for (var attempt = 1; ; attempt++) {
            try {
                applyAll(List.of(event));
                return;
            } catch (RuntimeException | Error e) {
                switch (Failure.of(e)) {
                    case PASSES ->
                        throw new TryAgain(
                                "Event " + event.envelope().id() + " waits for the database or for what is being read",
                                e);
                    case WAITS -> {
                        park(event, Objects.requireNonNull(Failure.find(e, NotYet.class)));
                        return;
                    }
                    case FOR_GOOD -> {
                        bury(event.envelope().organization(), Letter.of(event), e);
                        return;
                    }
                    case UNCLEAR -> {
                        if (attempt == ATTEMPTS) {
                            bury(event.envelope().organization(), Letter.of(event), e);
                            return;
                        }
                    }
                }
            }
        }
    }

    private void afterApplying(Arrived event, InboxTable.Turn turn) {
        metrics.counter("superbill.inbox.applied", "topic", event.topic()).increment();
        goOn(event, turn.othersAreStuck(), turn.isWaitedFor());
    }

    /** What is new and not in turn: older than what was applied, or ahead of what is missing. */
    private void parkIfEarly(Arrived event) {
        var sequence = event.envelope().sequence();
        var last = table.lockLast(event.topic(), event.subject());
        if (sequence == last + 1) {
            throw new TryAgain("Its predecessor was applied meanwhile", null);
        }
        if (sequence > last && event.ordering() == Ordering.SEQUENCED) {
            stuck.park(event, StuckReason.behind(last), null);
        }
    }

    private void park(Arrived event, NotYet missing) {
        again(event.envelope().organization(), () -> {
            table.see(event.envelope().id());
            stuck.park(event, StuckReason.waitsFor(missing), missing.subject());
            return true;
        });
    }

    private void bury(@Nullable UUID organization, Letter letter, Throwable failure) {
        var reason = StuckReason.of(failure);
        if (Failure.of(failure) == Failure.UNCLEAR) {
            LOG.errorf("Event %s of %s meets a fault: %s", letter.id(), letter.topic(), Failure.trace(failure));
        }
        again(organization, () -> {
            table.see(letter.id());
            return stuck.bury(letter, reason) && deadLetters.publish(letter, reason);
        });
    }

    /** After an event was applied: its stuck successors, and what waited for this state. */
    private void goOn(Arrived event, boolean othersAreStuck, boolean isWaitedFor) {
        var organization = event.envelope().organization();
        try {
            if (othersAreStuck) {
                advance(organization, event.topic(), event.subject(), false);
            }
            if (isWaitedFor && event.ordering() == Ordering.STATE) {
                as(organization, () -> stuck.waitingFor(event.subject()))
                        .forEach(waiting -> advance(organization, waiting.topic(), waiting.subject(), false));
            }
        } catch (RuntimeException | Error e) {
            // the event itself is applied
            LOG.debugf("What is stuck goes on with the next round: %s", Failure.trace(e));
        }
    }

    /**
     * Applies what is stuck of an aggregate, in order, as far as it goes.
     * @param skipMissing events before the first stuck one have not come and are given up
     * @throws TryAgain when the database is away
     */
    void advance(UUID organization, String topic, String subject, boolean skipMissing) {
        var goesOn = step(organization, topic, subject, skipMissing);
        while (goesOn) {
            goesOn = step(organization, topic, subject, false);
        }
    }

    /** What the first stuck event of an aggregate came to. */
    private record Step(@Nullable Stuck head, @Nullable Arrived applied, boolean goesOn) {
        static final Step END = new Step(null, null, false);
    }

    private boolean step(UUID organization, String topic, String subject, boolean skipMissing) {
        var head = new Stuck[1];
        try {
            var step = as(organization, () -> tryHead(topic, subject, skipMissing, head));
            if (step.applied != null) {
                metrics.counter("superbill.inbox.applied", "topic", topic).increment();
                goOn(step.applied, false, true);
            }
            return step.goesOn;
        } catch (RuntimeException | Error e) {
            var failed = head[0];
            if (failed == null || Failure.of(e) == Failure.PASSES) {
                throw new TryAgain("What is stuck waits for the database", e);
            }
            again(organization, () -> keepStuck(failed, e));
            return false;
        }
    }

    private Step tryHead(String topic, String subject, boolean skipMissing, Stuck[] seen) {
        var last = table.lockLast(topic, subject);
        var head = stuck.head(topic, subject);
        if (head == null || head.isDead()) {
            return Step.END;
        }
        seen[0] = head;
        var event = head.arrived();
        var ordering = handlers.orderingOf(event);
        if (ordering != Ordering.UNORDERED && head.sequence() <= last) {
            stuck.delete(head.id());
            return new Step(head, null, true);
        }
        if (ordering == Ordering.SEQUENCED && head.sequence() > last + 1 && !skipMissing) {
            stuck.tried(head.id(), StuckReason.behind(last), null);
            return Step.END;
        }
        handlers.handle(event);
        if (ordering != Ordering.UNORDERED) {
            table.moveTo(event);
        }
        stuck.delete(head.id());
        return new Step(head, event, true);
    }

    private boolean keepStuck(Stuck failed, Throwable failure) {
        var missing = Failure.find(failure, NotYet.class);
        if (missing != null) {
            stuck.tried(failed.id(), StuckReason.waitsFor(missing), missing.subject());
            return true;
        }
        var reason = StuckReason.of(failure);
        stuck.die(failed.id(), reason);
        if (!failed.wasPublished()) {
            deadLetters.publish(
                    new Letter(
                            failed.id(),
                            failed.topic(),
                            failed.subject(),
                            failed.sequence(),
                            failed.type(),
                            RecordHeadersJson.read(failed.headers()),
                            failed.payload()),
                    reason);
        }
        return true;
    }

    /** In a transaction of its own, as the organization, or as nobody for {@link Envelope#NO_ORGANIZATION}. */
    <T> T as(@Nullable UUID organization, Supplier<T> work) {
        return organization == null || organization.equals(Envelope.NO_ORGANIZATION)
                ? tenancy.asNobody(work)
                : tenancy.as(organization, work);
    }

    /** For the note that something failed: when that fails too, the record must come again. */
    private void again(@Nullable UUID organization, Supplier<Boolean> work) {
        try {
            as(organization, work);
        } catch (RuntimeException | Error e) {
            throw new TryAgain("What failed cannot be noted", e);
        }
    }
}
