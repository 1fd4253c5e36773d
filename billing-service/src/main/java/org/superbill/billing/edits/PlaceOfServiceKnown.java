package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A place of service is one of CMS's on the day. Source: CMS, Place of Service Code Set; 005010X222A1, loop 2300, CLM05-1. */
final class PlaceOfServiceKnown implements Edit {
    private static final EditRule RULE = new EditRule(
            "place-of-service-assigned",
            1,
            Severity.ERROR,
            "CMS, Place of Service Code Set; 005010X222A1, loop 2300, CLM05-1",
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
        var place = claim.facts().location().placeOfService();
        var since = SINCE.get(place);
        if (claim.isInstitutional() // its form has a type of bill instead
                || !Form.digits(place, 2)
                || (since != null && !claim.encounter().serviceDate().isBefore(since))) {
            return;
        }
        found.accept(RULE.finding(
                "/location/placeOfService",
                since == null
                        ? "No such place of service is assigned"
                        : "The place of service is assigned from %s on".formatted(since)));
    }
}
