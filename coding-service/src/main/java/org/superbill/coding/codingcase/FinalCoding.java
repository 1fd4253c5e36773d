package org.superbill.coding.codingcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case as it was finalized, for those who judge it later.
 *
 * @param governingDate the day by whose rules ICD-10 is judged
 * @param days of the encounter then; null of what was finalized before they were kept
 */
public record FinalCoding(
        UUID caseId,
        int version,
        UUID encounterId,
        String codedBy,
        Instant codedAt,
        LocalDate governingDate,
        List<Service> services,
        CaseCoding coding,
        @Nullable CaseDays days) {
    private static final Pattern LINE = Pattern.compile("/lines/(\\d+)(/.*)?");

    public FinalCoding {
        services = List.copyOf(services);
    }

    /** Of a finalized case. */
    static FinalCoding of(CodingCase codingCase) {
        var encounter = codingCase.encounter();
        var progress = codingCase.progress();
        return new FinalCoding(
                codingCase.id(),
                progress.version(),
                encounter.id(),
                Objects.requireNonNull(progress.codedBy(), "A finalized case has a coder"),
                Objects.requireNonNull(progress.codedAt()),
                encounter.governingDate(codingCase.kind()),
                encounter.services(),
                codingCase.coding(),
                encounter.days());
    }

    /** What is charged on the lines that the pointers into the coding name, each line once. */
    public long chargeCentsConcerned(List<String> pointers) {
        return pointers.stream()
                .map(LINE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .distinct()
                .flatMap(position -> service(position).stream())
                .mapToLong(Service::chargeCents)
                .sum();
    }

    /**
     * What the claim would charge with a coding of the same services: each line has the charge of its service, whatever its code.
     *
     * @return empty when a line has no service, so that nobody has said yet what it costs
     */
    public OptionalLong claimChargeCents(CaseCoding other) {
        var sum = 0L;
        for (var line : other.lines()) {
            var service = services.stream()
                    .filter(candidate -> candidate.lineNumber() == line.lineNumber())
                    .findFirst();
            if (service.isEmpty()) {
                return OptionalLong.empty();
            }
            sum = Math.addExact(sum, service.get().chargeCents());
        }
        return OptionalLong.of(sum);
    }

    private Optional<Service> service(int line) {
        if (line >= coding.lines().size()) {
            return Optional.empty();
        }
        var number = coding.lines().get(line).lineNumber();
        return services.stream()
                .filter(service -> service.lineNumber() == number)
                .findFirst();
    }
}
