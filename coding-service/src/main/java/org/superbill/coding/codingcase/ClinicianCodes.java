package org.superbill.coding.codingcase;

import java.util.List;
import java.util.Objects;
import org.superbill.events.EncounterCompleted;

/** What the clinician entered as the first draft of a case. */
final class ClinicianCodes {
    /** Where nothing is said, as of codes that are exempt; of others the rules then ask. Source: Guidelines, appendix I. */
    private static final String EXEMPT = "1";

    private ClinicianCodes() {}

    /** {@link CaseCoding#NONE} when the clinician entered no diagnoses: services alone are no coding. */
    static CaseCoding of(EncounterCompleted encounter, CaseKind kind) {
        var entered = encounter.diagnoses();
        if (entered == null || entered.isEmpty()) {
            return CaseCoding.NONE;
        }
        var isInpatient = kind == CaseKind.FACILITY && CareSetting.of(encounter.setting()) == CareSetting.INPATIENT;
        var present = entered.stream()
                .map(diagnosis -> Objects.requireNonNullElse(diagnosis.presentOnAdmission(), EXEMPT))
                .toList();
        return new CaseCoding(
                entered.stream().map(EncounterCompleted.Diagnosis::code).toList(),
                isInpatient && present.stream().anyMatch(said -> !said.equals(EXEMPT)) ? present : List.of(),
                Service.codedBy(encounter, kind).stream()
                        .map(service -> new CodedLine(
                                service.lineNumber(),
                                service.procedureCode(),
                                service.modifiers(),
                                service.units(),
                                service.diagnosisPointers() == null ? List.of() : service.diagnosisPointers()))
                        .toList(),
                List.of(),
                List.of(),
                List.of());
    }
}
