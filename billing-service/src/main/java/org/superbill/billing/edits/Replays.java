package org.superbill.billing.edits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.superbill.billing.codefact.CodeFactKeeper;
import org.superbill.billing.coveragelist.CoverageListUse;
import org.superbill.billing.editrule.ClaimRules;
import org.superbill.billing.edittable.PastEditTables;

/** Says what the edits knew on a day of the past: from when releases, lists and rules were put in use and taken back. */
@ApplicationScoped
public class Replays {
    private final PastEditTables tables;
    private final CoverageListUse coverage;
    private final ClaimRules rules;
    private final CodeFactKeeper codes;
    private final Clock clock;

    Replays(PastEditTables tables, CoverageListUse coverage, ClaimRules rules, CodeFactKeeper codes, Clock clock) {
        this.tables = tables;
        this.coverage = coverage;
        this.rules = rules;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Empty for a day that has not ended: what is in use now is what counts on it.
     *
     * @param day in the organization's time zone
     */
    public Optional<Replay> of(LocalDate day, ZoneId zone) {
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (end.isAfter(clock.instant())) {
            return Optional.empty();
        }
        var last = end.minusNanos(1_000); // PostgreSQL's smallest step: midnight itself is of the next day
        var then = tables.at(last);
        var changed = codes.changedAfter(last).stream()
                .map(file -> new Replay.NotReplayed(
                        file, "It has changed since that day; codes are judged by the file of now"))
                .toList();
        return Optional.of(new Replay(then, coverage.at(last), rules.switchedOn(last), then.releases(), changed));
    }
}
