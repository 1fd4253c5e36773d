package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.security.Caller;

/** The moment of a change, with the date that the organization's calendar shows and with whoever makes it. */
@ApplicationScoped
class BusinessTime {
    private final Clock clock;
    private final Caller caller;

    BusinessTime(Clock clock, Caller caller) {
        this.clock = clock;
        this.caller = caller;
    }

    Moment now(ClaimFacts facts) {
        var at = clock.instant();
        return new Moment(
                at, LocalDate.ofInstant(at, ZoneId.of(facts.organization().timeZone())), Source.by(caller.subject()));
    }

    /** When a day began by the organization's calendar. */
    Instant startOf(LocalDate day, ClaimFacts facts) {
        return day.atStartOfDay(ZoneId.of(facts.organization().timeZone())).toInstant();
    }
}
