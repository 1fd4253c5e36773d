package org.superbill.billing.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The times at which files to a payer are written, in the organization's time zone. Pure.
 *
 * @param times of the day; none: at once, whenever there is something to send
 * @param days none: every day
 */
record SendTimes(List<LocalTime> times, Set<DayOfWeek> days) {
    SendTimes {
        times = times.stream().distinct().sorted().toList();
        days = Set.copyOf(days);
    }

    boolean isAtOnce() {
        return times.isEmpty();
    }

    /** The first that is later than this instant; a time that the clocks skip in spring is the moment after. */
    Optional<Instant> next(Instant after, ZoneId zone) {
        if (isAtOnce()) {
            return Optional.empty();
        }
        var first = LocalDate.ofInstant(after, zone);
        return first.datesUntil(first.plusDays(9))
                .filter(day -> days.isEmpty() || days.contains(day.getDayOfWeek()))
                .flatMap(day ->
                        times.stream().map(time -> day.atTime(time).atZone(zone).toInstant()))
                .filter(at -> at.isAfter(after))
                .findFirst();
    }

    static SendTimes read(String times, String days) {
        return new SendTimes(
                split(times).stream().map(LocalTime::parse).toList(),
                new TreeSet<>(split(days).stream().map(DayOfWeek::valueOf).toList()));
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    String timesText() {
        return String.join(",", times.stream().map(LocalTime::toString).toList());
    }

    String daysText() {
        return String.join(
                ",", new TreeSet<>(days).stream().map(DayOfWeek::name).toList());
    }
}
