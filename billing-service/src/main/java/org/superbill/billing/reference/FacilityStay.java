package org.superbill.billing.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.superbill.events.EncounterCoded;

/** The days that a facility's claim is about (837I DTP*434; UB-04, form locator 6): all that its lines say lies within. */
public record FacilityStay(LocalDate from, LocalDate through) {
    public static FacilityStay of(EncounterCoded encounter) {
        var days = Stream.concat(
                        Stream.of(encounter.serviceDate()),
                        encounter.lines().stream().flatMap(line -> {
                            var through = line.more().through();
                            return through == null
                                    ? Stream.of(line.serviceDate())
                                    : Stream.of(line.serviceDate(), through);
                        }))
                .toList();
        var first = days.stream().min(Comparator.naturalOrder()).orElseThrow();
        var last = days.stream().max(Comparator.naturalOrder()).orElseThrow();
        var discharge = encounter.dischargeDate();
        return new FacilityStay(first, discharge != null && discharge.isAfter(last) ? discharge : last);
    }
}
