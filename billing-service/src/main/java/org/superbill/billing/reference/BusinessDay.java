package org.superbill.billing.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.superbill.servicekit.security.Caller;

/** The day that the calendar of the caller's organization shows; one query. */
@ApplicationScoped
public class BusinessDay {
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    BusinessDay(Reference reference, Caller caller, Clock clock) {
        this.reference = reference;
        this.caller = caller;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), reference.timeZoneOf(caller.requireOrganization()));
    }
}
