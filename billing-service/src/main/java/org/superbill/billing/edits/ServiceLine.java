package org.superbill.billing.edits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edittable.EditTables.Setting;
import org.superbill.billing.reference.ClaimFacts;

/**
 * A service of a patient as the edits of CMS's tables see it: a line of the claim, or one that was sent before.
 *
 * @param place in the list of all of them
 * @param own the line with its place in the claim; null for one that was sent before
 * @param provider who gave it: the practitioner, or for a facility the facility itself
 * @param through its last day, the day itself for a service of one
 * @param claimNumber of the claim that carried it; empty for a line of this claim
 */
record ServiceLine(
        int place,
        @Nullable Lines own,
        UUID provider,
        String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        LocalDate day,
        LocalDate through,
        String claimNumber) {
    /** Taxonomy of suppliers of durable medical equipment. Source: NUCC, group 33, 332B. */
    private static final String SUPPLIER = "332B";

    boolean isOwn() {
        return own != null;
    }

    boolean is(ServiceLine other) {
        return place == other.place;
    }

    /** The same provider gave both on a day: services that span days share those on which they overlap. */
    boolean sameDayAndProvider(ServiceLine other) {
        return !day.isAfter(other.through) && !other.day.isAfter(through) && provider.equals(other.provider);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(day) && !date.isAfter(through);
    }

    /** Of a line that spans days its units divided by their number and rounded to the nearest whole one; else all of them. */
    BigDecimal unitsOfADay() {
        if (!through.isAfter(day)) {
            return units;
        }
        var days = BigDecimal.valueOf(ChronoUnit.DAYS.between(day, through) + 1);
        return units.divide(days, 0, RoundingMode.HALF_UP);
    }

    /** Of the claim's own lines; for messages. */
    int number() {
        return own == null ? 0 : own.number();
    }

    /** Whose tables the claim is judged by. */
    static Setting setting(ClaimFacts facts) {
        if (facts.isInstitutional()) {
            return Setting.OUTPATIENT;
        }
        var taxonomy = facts.organization().taxonomyCode();
        return taxonomy != null && taxonomy.startsWith(SUPPLIER) ? Setting.SUPPLIER : Setting.PRACTITIONER;
    }

    /** The claim's lines in their order, then those sent before for the same patient by the same kind of claim. */
    static List<ServiceLine> of(List<Lines> lines, ClaimFacts facts, SameDayHistory history) {
        var facility = facts.isInstitutional();
        var encounter = facts.encounter();
        var services = new ArrayList<ServiceLine>(lines.size() + history.lines().size());
        for (var own : lines) {
            var line = own.line();
            var practitioner = line.practitionerId() == null ? encounter.practitionerId() : line.practitionerId();
            services.add(new ServiceLine(
                    own.index(),
                    own,
                    facility ? facts.organizationId() : practitioner,
                    line.procedureCode(),
                    line.modifiers(),
                    line.units(),
                    line.serviceDate(),
                    lastDay(line.serviceDate(), line.more().through()),
                    ""));
        }
        for (var sent : history.lines()) {
            if (sent.institutional() == facility) {
                services.add(new ServiceLine(
                        services.size(),
                        null,
                        facility ? facts.organizationId() : sent.practitionerId(),
                        sent.procedureCode(),
                        sent.modifiers(),
                        sent.units(),
                        sent.serviceDate(),
                        lastDay(sent.serviceDate(), sent.through()),
                        sent.claimNumber()));
            }
        }
        return services;
    }

    private static LocalDate lastDay(LocalDate day, @Nullable LocalDate through) {
        return through == null || through.isBefore(day) ? day : through;
    }
}
