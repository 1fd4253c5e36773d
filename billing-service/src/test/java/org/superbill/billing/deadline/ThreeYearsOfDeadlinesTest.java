package org.superbill.billing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.reference.Reference;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/**
 * Three years, day by day and in jumps, with deadlines opened, moved and done all the while; a plain list beside it says what must
 * have been alarmed and what must have passed, and when. The service's own job runs beside the test, as a second replica would.
 */
@QuarkusTest
@BillingStack
class ThreeYearsOfDeadlinesTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final LocalDate LAST = FIRST.plusYears(3);

    @Inject
    Clocks clocks;

    @Inject
    Clock clock;

    @Inject
    Tenancy tenancy;

    @Inject
    Deadlines deadlines;

    @Inject
    Reference reference;

    @Inject
    PassedDeadlines passed;

    private final List<Expected> expected = new ArrayList<>();

    @AfterEach
    void theClockIsRightAgain() {
        clocks.moveTo(FixedDay.now());
    }

    /** What a reader of the rules would write beside each deadline. */
    private static final class Expected {
        private final DeadlineKind kind;
        private final UUID subject;
        private final LocalDate due;
        private @Nullable LocalDate alarmed;
        private @Nullable LocalDate passed;
        private DeadlineState state = DeadlineState.OPEN;

        Expected(DeadlineKind kind, UUID subject, LocalDate due) {
            this.kind = kind;
            this.subject = subject;
            this.due = due;
        }

        boolean runs() {
            return state == DeadlineState.OPEN || state == DeadlineState.PASSED;
        }

        void day(LocalDate today) {
            if (state != DeadlineState.OPEN) {
                return;
            }
            if (alarmed == null && !today.isBefore(due.minusDays(kind.alarmDays()))) {
                alarmed = today;
            }
            if (today.isAfter(due)) {
                passed = today;
                state = DeadlineState.PASSED;
            }
        }
    }

    @Test
    void noneIsMissedAndNoneIsAlarmedTwice() {
        var seed = 20260302L;
        var random = new Random(seed);
        UUID organization;
        try (var events = TestEvents.open()) {
            var practice = new Practice(events);
            organization = practice.organization;
            events.publish(organization, new PracticeChanged(organization, practice.facts().organization, null, null));
            Awaitility.await()
                    .until(() -> tenancy.as(organization, () -> reference.timeZoneOf(organization)), ZONE::equals);
        }
        for (var today = FIRST; today.isBefore(LAST); today = today.plusDays(jump(random))) {
            clocks.moveTo(lateInTheEvening(today));
            everything(organization, today);
            openSome(organization, today, random);
            everything(organization, today);
            finishSome(organization, random);
        }
        compare(organization, seed);
    }

    /** Mostly the next day; sometimes a weekend, sometimes a service that was down for two months. */
    private static int jump(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> 60;
            case 1, 2, 3 -> 3;
            default -> 1;
        };
    }

    /** In New York it is still this day, in Greenwich the next one. */
    private static Instant lateInTheEvening(LocalDate today) {
        return today.atTime(LocalTime.of(23, 30)).atZone(ZONE).toInstant();
    }

    private void everything(UUID organization, LocalDate today) {
        assertThat(LocalDate.ofInstant(clock.instant(), ZONE)).isEqualTo(today);
        Deadlines.Round round;
        do {
            round = tenancy.as(organization, () -> deadlines.reach(today));
        } while (round.alarmed() + round.passed() > 0);
        expected.forEach(one -> one.day(today));
    }

    private void openSome(UUID organization, LocalDate today, Random random) {
        var openings = new ArrayList<DeadlineOpening>();
        for (var i = random.nextInt(5); i > 0; i--) {
            openings.add(new DeadlineOpening(kind(random), UUID.randomUUID(), today.plusDays(random.nextInt(200) - 5)));
        }
        var running = expected.stream().filter(Expected::runs).toList();
        if (!running.isEmpty() && random.nextInt(4) == 0) {
            var moved = running.get(random.nextInt(running.size()));
            var due = moved.due.plusDays(random.nextInt(3) * 10L);
            openings.add(new DeadlineOpening(moved.kind, moved.subject, due));
            if (!due.equals(moved.due)) {
                moved.state = DeadlineState.WITHDRAWN;
            }
        }
        tenancy.as(organization, () -> deadlines.openAll(openings));
        openings.stream()
                .filter(opening -> expected.stream()
                        .noneMatch(one ->
                                one.runs() && one.subject.equals(opening.subjectId()) && one.kind == opening.kind()))
                .forEach(opening -> expected.add(new Expected(opening.kind(), opening.subjectId(), opening.dueOn())));
    }

    private static DeadlineKind kind(Random random) {
        return DeadlineKind.values()[random.nextInt(DeadlineKind.values().length)];
    }

    private void finishSome(UUID organization, Random random) {
        expected.stream()
                .filter(Expected::runs)
                .filter(one -> random.nextInt(60) == 0)
                .forEach(one -> {
                    tenancy.as(organization, () -> deadlines.close(one.kind, one.subject));
                    one.state = one.state == DeadlineState.OPEN ? DeadlineState.MET : DeadlineState.MET_LATE;
                });
    }

    private void compare(UUID organization, long seed) {
        assertThat(expected).hasSizeGreaterThan(300);
        assertThat(expected.stream().filter(one -> one.passed != null)).hasSizeGreaterThan(50);
        for (var one : expected) {
            var kept = tenancy
                    .as(
                            organization,
                            () -> deadlines.list(
                                    new DeadlineFilter(one.kind, null, null, one.subject, null, null),
                                    new PageRequest(200, null)))
                    .items()
                    .stream()
                    .filter(view -> view.dueOn().equals(one.due))
                    .toList();
            var about = "seed %d, %s due on %s".formatted(seed, one.kind, one.due);
            assertThat(kept).as(about).hasSize(1);
            var view = kept.get(0);
            assertThat(view.state()).as(about).isEqualTo(one.state);
            assertThat(day(view.alarmedAt())).as(about + ", alarmed").isEqualTo(one.alarmed);
            assertThat(day(view.passedAt())).as(about + ", passed").isEqualTo(one.passed);
        }
        expected.stream()
                .map(one -> one.subject)
                .distinct()
                .forEach(subject -> assertThat(passed.timesOf(subject))
                        .as("seed %d: told once for each day that passed", seed)
                        .isEqualTo((int) expected.stream()
                                .filter(one -> one.subject.equals(subject) && one.passed != null)
                                .count()));
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, ZONE);
    }
}
