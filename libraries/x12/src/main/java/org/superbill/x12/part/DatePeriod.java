package org.superbill.x12.part;

import java.time.LocalDate;
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
        var value = dtp.element(3);
        int hyphen = value.indexOf('-');
        if (dtp.element(2).equals("RD8") && hyphen > 0) {
            return new DatePeriod(
                    dtp.element(1), dtp.date(value.substring(0, hyphen), 3), dtp.date(value.substring(hyphen + 1), 3));
        }
        if (value.length() < 8) {
            throw new X12Exception("DTP03 is not a date");
        }
        return on(dtp.element(1), dtp.date(value.substring(0, 8), 3));
    }

    /** D8 for a single date, RD8 for a range. */
    public Segment dtp() {
        return from.equals(to)
                ? Segment.of("DTP", qualifier, "D8", Segment.format(from))
                : Segment.of("DTP", qualifier, "RD8", Segment.format(from) + "-" + Segment.format(to));
    }
}
