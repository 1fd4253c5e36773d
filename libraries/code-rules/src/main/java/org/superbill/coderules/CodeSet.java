package org.superbill.coderules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one encounter, as they are chosen. All codes are in stored form, see {@link Terminology#stored}.
 *
 * @param services as the clinic has entered them; null when there is nothing to compare the lines with
 * @param diagnoses the principal or first-listed one first
 * @param lines CPT and HCPCS Level II
 * @param procedures ICD-10-PCS, the principal one first
 * @param acceptances what the coder passes with a reason
 */
public record CodeSet(
        Encounter encounter,
        @Nullable List<Service> services,
        List<Diagnosis> diagnoses,
        List<Line> lines,
        List<Procedure> procedures,
        List<Acceptance> acceptances) {
    public CodeSet {
        services = services == null ? null : List.copyOf(services);
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
        procedures = List.copyOf(procedures);
        acceptances = List.copyOf(acceptances);
    }

    /**
     * A diagnosis.
     *
     * @param terminology ICD-10-CM or ICD-11; an ICD-11 code may be a cluster, which is kept as it is written: {@code 2C25.2&XS9R}
     * @param presentOnAdmission Y, N, U or W; null, or 1 as in older claims, when nothing is reported
     * @param documentedSide which side the record names, when the caller has read it
     */
    public record Diagnosis(
            Terminology terminology,
            String code,
            @Nullable String presentOnAdmission,
            @Nullable Side documentedSide) {
        public static Diagnosis icd10(String code) {
            return new Diagnosis(Terminology.ICD_10_CM, code, null, null);
        }
    }

    /**
     * A procedure in ICD-10-PCS.
     *
     * @param date on which it was done, when known
     */
    public record Procedure(String code, @Nullable LocalDate date) {}

    /** A service as the clinic has completed it. */
    public record Service(int lineNumber, String procedureCode, BigDecimal units, LocalDate serviceDate) {}

    /**
     * A line as coded.
     *
     * @param serviceDate its own; null for that of its service or, without one, of the encounter
     * @param diagnosisPointers positions in the diagnoses, from 1
     */
    public record Line(
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            @Nullable LocalDate serviceDate,
            List<Integer> diagnosisPointers) {
        public Line {
            modifiers = List.copyOf(modifiers);
            diagnosisPointers = List.copyOf(diagnosisPointers);
        }
    }

    /** The line's own date of service, else that of its service, else the encounter's. */
    public LocalDate dateOf(Line line) {
        if (line.serviceDate() != null) {
            return line.serviceDate();
        }
        return service(line.lineNumber()).map(Service::serviceDate).orElse(encounter.serviceDate());
    }

    public Optional<Service> service(int lineNumber) {
        return services == null
                ? Optional.empty()
                : services.stream()
                        .filter(service -> service.lineNumber() == lineNumber)
                        .findFirst();
    }

    /** Whether the coder says of the two that they are unrelated, and the organization lets coders say so. */
    public boolean passes(String one, String other) {
        return encounter.policy().unrelatedConditions()
                && acceptances.stream().anyMatch(acceptance -> acceptance.covers(one, other));
    }
}
