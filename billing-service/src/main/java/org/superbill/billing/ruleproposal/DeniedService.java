package org.superbill.billing.ruleproposal;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.DenialView;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/**
 * What was refused, and the claim that it stood on.
 *
 * @param sentOn null when that is not known
 */
record DeniedService(
        DenialView denial, ClaimFacts facts, @Nullable LocalDate sentOn) {

    /** The line that the denial names, else the first. */
    Optional<EncounterCoded.Line> line() {
        var lines = facts.encounter().lines();
        return lines.stream()
                .filter(line -> denial.lineNumber() == null || line.lineNumber() == denial.lineNumber())
                .findFirst();
    }

    List<String> diagnosesOf(EncounterCoded.Line line) {
        var diagnoses = facts.encounter().diagnoses();
        return line.diagnosisPointers().stream()
                .filter(pointer -> pointer >= 1 && pointer <= diagnoses.size())
                .map(pointer -> diagnoses.get(pointer - 1))
                .toList();
    }

    /** Procedures of the other lines of its day. */
    List<String> procedureBeside(EncounterCoded.Line line) {
        return facts.encounter().lines().stream()
                .filter(other -> other.lineNumber() != line.lineNumber()
                        && other.serviceDate().equals(line.serviceDate())
                        && !other.procedureCode().isEmpty()
                        && !other.procedureCode().equals(line.procedureCode()))
                .map(EncounterCoded.Line::procedureCode)
                .distinct()
                .toList();
    }

    int ageYears() {
        var on = facts.encounter().serviceDate();
        var born = facts.patient().birthDate();
        return born.isAfter(on) ? 0 : Period.between(born, on).getYears();
    }
}
