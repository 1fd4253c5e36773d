package org.superbill.billing.claimcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.edits.SameDayHistory;
import org.superbill.billing.edits.SameDayHistory.SentLine;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/**
 * What the claims of one file mean to each other: the first stands, what comes after it is judged beside it, as when they are queued here. Only first claims to first payers: what
 * corrects a claim, and what tells a later payer the same services, does not stand beside it.
 */
final class ClaimsOfFile {
    private final Map<UUID, List<SentLine>> byPatient = new HashMap<>();

    /** What the claims before it say of its patient, on the days that matter to it. */
    SameDayHistory before(ClaimFacts facts, ClaimType type) {
        var lines = facts.encounter().lines();
        var said = byPatient.get(facts.patient().patientId());
        if (type != ClaimType.ORIGINAL || said == null || lines.isEmpty()) {
            return SameDayHistory.NONE;
        }
        var first = lines.stream()
                .map(EncounterCoded.Line::serviceDate)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minusDays(SameDayHistory.DAYS_BEFORE);
        var last = lines.stream()
                .map(ClaimsOfFile::lastDay)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plusDays(SameDayHistory.DAYS_AFTER);
        return new SameDayHistory(said.stream()
                .filter(line -> !line.serviceDate().isBefore(first)
                        && !line.serviceDate().isAfter(last))
                .toList());
    }

    void add(String claimNumber, ClaimFacts facts, ClaimType type) {
        if (type != ClaimType.ORIGINAL) {
            return;
        }
        var encounter = facts.encounter();
        var said = byPatient.computeIfAbsent(facts.patient().patientId(), patient -> new ArrayList<>());
        for (var line : encounter.lines()) {
            said.add(new SentLine(
                    encounter.encounterId(),
                    claimNumber,
                    facts.payer().payerId(),
                    line.practitionerId() == null ? encounter.practitionerId() : line.practitionerId(),
                    facts.isInstitutional(),
                    line.lineNumber(),
                    line.procedureCode(),
                    line.modifiers(),
                    line.units(),
                    line.chargeCents(),
                    line.serviceDate(),
                    line.more().through()));
        }
    }

    private static LocalDate lastDay(EncounterCoded.Line line) {
        var through = line.more().through();
        return through == null || through.isBefore(line.serviceDate()) ? line.serviceDate() : through;
    }
}
