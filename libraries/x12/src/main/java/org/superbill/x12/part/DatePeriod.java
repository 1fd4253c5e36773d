package org.superbill.x12.part;

import java.time.LocalDate;
import org.superbill.x12.DateTimePeriod;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;

/**
 * A date or a range of dates (DTP with D8, RD8; also DT, whose time is left out).
 *
 * @param qualifier DTP01: 472 service, 431 onset, 435 admission …
 * @param to the last day; the first one again when it is a single date
 */
public record DatePeriod(String qualifier, LocalDate from, LocalDate to) {
    public static DatePeriod on(String qualifier, LocalDate date) {
        return new DatePeriod(qualifier, date, date);
    }

    /** @throws X12Exception when there is no date in it */
    public static DatePeriod of(Segment dtp) {
        var period = new DateTimePeriod(dtp.element(2), dtp.element(3));
        return new DatePeriod(dtp.element(1), period.from(), period.to());
    }

    /** D8 for a single date, RD8 for a range. */
    public Segment dtp() {
        var period = from.equals(to) ? DateTimePeriod.on(from) : DateTimePeriod.between(from, to);
        return Segment.of("DTP", qualifier, period.format(), period.text());
    }
}
