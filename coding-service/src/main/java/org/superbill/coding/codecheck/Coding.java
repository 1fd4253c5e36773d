package org.superbill.coding.codecheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The codes of one encounter as a coder has chosen them, beside the services as the clinic entered them.
 *
 * @param diagnoses ICD-10-CM in stored form, principal first
 */
public record Coding(LocalDate serviceDate, List<Service> services, List<String> diagnoses, List<Line> lines) {
    public Coding {
        services = List.copyOf(services);
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
    }

    /** A service as completed. */
    public record Service(int lineNumber, String procedureCode, BigDecimal units, LocalDate serviceDate) {}

    /**
     * A line as coded.
     *
     * @param diagnosisPointers positions in the diagnoses, from 1
     */
    public record Line(
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            List<Integer> diagnosisPointers) {
        public Line {
            modifiers = List.copyOf(modifiers);
            diagnosisPointers = List.copyOf(diagnosisPointers);
        }
    }

    Optional<Service> service(int lineNumber) {
        return services.stream()
                .filter(service -> service.lineNumber() == lineNumber)
                .findFirst();
    }

    /** The line's own date of service, or the encounter's for a line that belongs to no service. */
    LocalDate dateOf(Line line) {
        return service(line.lineNumber()).map(Service::serviceDate).orElse(serviceDate);
    }
}
