package org.superbill.coding.codingcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case as it was finalized, for those who judge it later.
 *
 * @param governingDate the day by whose rules ICD-10 is judged
 * @param days of the encounter then; null of what was finalized before they were kept
 * @param kind of the case; null of what was finalized before it was kept
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
        @Nullable CaseDays days,
        @Nullable CaseKind kind) {
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
                encounter.days(),
                codingCase.kind());
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
     * What the claim would charge with a coding of the same services.
     *
     * @return null when nobody has said yet what one of the lines costs
     */
    public @Nullable Long claimChargeCents(CaseCoding other) {
        var sum = 0L;
        for (var line : other.lines()) {
            var charge = chargeCents(line);
            if (charge == null) {
                return null;
            }
            sum = Math.addExact(sum, charge);
        }
        return sum;
    }

    /**
     * What a line of some coding of the same services would be charged: what its service was, where the line is what the clinic entered.
     *
     * @return null where it has another code or other units, or no service, so that only the fee schedule may tell: billing charges the line by it
     */
    @Nullable
    Long chargeCents(CodedLine line) {
        return services.stream()
                .filter(service -> service.lineNumber() == line.lineNumber() && service.isCharged(line, kind))
                .findFirst()
                .map(Service::chargeCents)
                .orElse(null);
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
