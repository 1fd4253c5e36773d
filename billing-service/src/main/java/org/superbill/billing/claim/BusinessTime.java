package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.superbill.billing.reference.ClaimFacts;

/** The moment of a change, with the date that the organization's calendar shows. */
@ApplicationScoped
class BusinessTime {
    private final Clock clock;

    BusinessTime(Clock clock) {
        this.clock = clock;
    }

    Claim.Moment now(ClaimFacts facts) {
        var at = clock.instant();
        return new Claim.Moment(
                at, LocalDate.ofInstant(at, ZoneId.of(facts.organization().timeZone())));
    }

    /** When a day began by the organization's calendar. */
    Instant startOf(LocalDate day, ClaimFacts facts) {
        return day.atStartOfDay(ZoneId.of(facts.organization().timeZone())).toInstant();
    }
}
