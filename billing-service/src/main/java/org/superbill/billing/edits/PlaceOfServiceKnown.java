package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A place of service is one of CMS's on the day. Source: CMS, Place of Service Code Set; 005010X222A1, loop 2300, CLM05-1. */
final class PlaceOfServiceKnown implements Edit {
    private static final EditRule RULE = new EditRule(
            "place-of-service-assigned",
            2,
            Severity.ERROR,
            "CMS, Place of Service Code Set; 005010X222A1, loop 2300, CLM05-1; loop 2400, SV105",
            "The place of service is assigned on the date of service",
            "Choose the place of service that describes where the patient was");

    private static final Map<String, LocalDate> SINCE = new HashMap<>();

    static {
        ProcedureRanges.rows(
                "places-of-service.txt",
                fields -> SINCE.put(fields[0], fields.length > 1 ? LocalDate.parse(fields[1]) : LocalDate.MIN));
    }

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional()) {
            return; // its form has a type of bill instead
        }
        var said = said(
                claim.facts().location().placeOfService(), claim.encounter().serviceDate());
        if (said != null) {
            found.accept(RULE.finding("/location/placeOfService", said));
        }
        for (var line : claim.lines()) {
            var own = line.line().more().placeOfService();
            var saidOfLine = own == null ? null : said(own, line.line().serviceDate());
            if (saidOfLine != null) {
                found.accept(RULE.finding(line, "details/placeOfService", saidOfLine));
            }
        }
    }

    /** What is wrong with the place on the day; null when nothing is, or when it is no place at all, which another edit says. */
    private static @Nullable String said(String place, LocalDate day) {
        var since = SINCE.get(place);
        if (!Form.digits(place, 2) || (since != null && !day.isBefore(since))) {
            return null;
        }
        return since == null
                ? "No such place of service is assigned"
                : "The place of service is assigned from %s on".formatted(since);
    }
}
