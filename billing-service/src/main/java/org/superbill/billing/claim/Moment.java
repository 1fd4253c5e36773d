package org.superbill.billing.claim;

import java.time.Instant;
import java.time.LocalDate;

/** A moment of the business clock, the organization's date at it, and from whom or what it comes. */
record Moment(Instant at, LocalDate today, Source source) {
    Moment(Instant at, LocalDate today) {
        this(at, today, Source.SYSTEM);
    }

    Moment from(Source other) {
        return new Moment(at, today, other);
    }
}
