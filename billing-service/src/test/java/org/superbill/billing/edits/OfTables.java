package org.superbill.billing.edits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/** Lines and claims for the tests of the edits that read tables. */
final class OfTables {
    private OfTables() {}

    /** The same encounter as the facility's case. */
    static Facts facility(Facts facts) {
        var old = facts.encounter;
        facts.encounter = new EncounterCoded(
                old.encounterId(),
                old.version(),
                old.codingCaseId(),
                old.patientId(),
                old.practitionerId(),
                old.locationId(),
                old.coverageIds(),
                old.serviceDate(),
                old.diagnoses(),
                old.lines(),
                old.codedBy(),
                "facility",
                null,
                null,
                null,
                null,
                null,
                null);
        return facts;
    }

    /** @param modifiers parted by blanks */
    static EncounterCoded.Line line(int number, String procedure, String modifiers, String units, String on) {
        return new EncounterCoded.Line(
                number, procedure, modifiers(modifiers), new BigDecimal(units), 100, LocalDate.parse(on), List.of(1));
    }

    static EncounterCoded.Line line(int number, String procedure, String modifiers) {
        return line(number, procedure, modifiers, "1", Facts.ON.toString());
    }

    static SameDayHistory.SentLine sent(
            UUID practitioner, String procedure, String modifiers, String units, String on) {
        return sent(practitioner, procedure, modifiers, units, on, null);
    }

    /** @param through its last day */
    static SameDayHistory.SentLine sent(
            UUID practitioner, String procedure, String modifiers, String units, String on, @Nullable String through) {
        return new SameDayHistory.SentLine(
                UUID.randomUUID(),
                "SB900-1",
                UUID.randomUUID(),
                practitioner,
                false,
                1,
                procedure,
                modifiers(modifiers),
                new BigDecimal(units),
                100,
                LocalDate.parse(on),
                through == null ? null : LocalDate.parse(through));
    }

    private static List<String> modifiers(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
