package org.superbill.billing.claim;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.ProcedureRanges;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PayerChanged;

/** Which encounters make one claim, by the rules of the payer's profile, and what they say together. */
final class Gathering {
    /** Lines of the second encounter are numbered from 1001, those of the third from 2001, so that an amendment moves no other number. */
    private static final int NUMBERS_OF_AN_ENCOUNTER = 1000;

    /** Z37, on the record of the mother. */
    private static final String OUTCOME_OF_DELIVERY = "Z37";

    private Gathering() {}

    /**
     * What an encounter has to share with others besides the patient and the payer: {@code month:2026-03}, {@code pregnancy:} and its last
     * menstrual period; empty when it makes a claim of its own.
     */
    static Optional<String> keyOf(ClaimFacts facts) {
        var rules = facts.payer().profile().agreed().gathers();
        return rules == null
                        || facts.isInstitutional()
                        || facts.encounter().lines().isEmpty()
                ? Optional.empty()
                : rules.stream()
                        .filter(rule -> facts.encounter().lines().stream()
                                .allMatch(line -> ProcedureRanges.contain(rule.procedures(), line.procedureCode())))
                        .map(rule -> key(rule, facts.encounter()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<String> key(PayerChanged.Gathering rule, EncounterCoded coding) {
        if (rule.by().equals("month")) {
            var months = coding.lines().stream()
                    .map(line -> YearMonth.from(line.serviceDate()))
                    .distinct()
                    .toList();
            return months.size() == 1 ? Optional.of("month:" + months.get(0)) : Optional.empty();
        }
        var dates = coding.details().dates();
        return dates == null
                ? Optional.empty()
                : dates.stream()
                        .filter(date -> date.kind().equals("last-menstrual-period"))
                        .map(date -> "pregnancy:" + date.date())
                        .findFirst();
    }

    /** Whether one claim can say both: it names one rendering provider, one place and one set of all else. */
    static boolean fit(EncounterCoded one, EncounterCoded other) {
        return one.practitionerId().equals(other.practitionerId())
                && one.locationId().equals(other.locationId())
                && one.coverageIds().equals(other.coverageIds())
                && Objects.equals(one.setting(), other.setting())
                && one.details().patientPaid(null).equals(other.details().patientPaid(null));
    }

    /** What the patient has paid towards each. */
    private static @Nullable Long patientPaid(List<EncounterCoded> codings) {
        var paid = codings.stream()
                .map(coding -> coding.details().patientPaidCents())
                .filter(Objects::nonNull)
                .toList();
        return paid.isEmpty() ? null : paid.stream().reduce(0L, Math::addExact);
    }

    /** Each with the numbers that its lines have on the claim. @param places of the encounters, as {@link BilledEncounters#places} */
    static List<EncounterCoded> numbered(List<EncounterCoded> codings, List<Integer> places) {
        return IntStream.range(0, codings.size())
                .mapToObj(at -> numbered(codings.get(at), places.get(at)))
                .toList();
    }

    private static EncounterCoded numbered(EncounterCoded coding, int place) {
        return place == 0
                ? coding
                : coding.with(
                        coding.diagnoses(),
                        coding.lines().stream()
                                .map(line -> line.numbered(place * NUMBERS_OF_AN_ENCOUNTER + line.lineNumber()))
                                .toList(),
                        coding.presentOnAdmission());
    }

    /** The diagnoses of a delivery come first, as they do where it is billed alone. Source: ICD-10-CM Official Guidelines for Coding and Reporting, sections I.C.15.b.4 and n. */
    private static List<String> diagnoses(List<EncounterCoded> codings) {
        return codings.stream()
                .sorted(Comparator.comparing(coding -> !isDelivery(coding)))
                .flatMap(coding -> coding.diagnoses().stream())
                .distinct()
                .toList();
    }

    private static boolean isDelivery(EncounterCoded coding) {
        return coding.diagnoses().stream().anyMatch(code -> code.startsWith(OUTCOME_OF_DELIVERY));
    }

    /**
     * As one coding, which is the first one's: diagnoses in the order in which they first appear, lines of all.
     *
     * @param codings in the order in which they came; at least one; {@link #numbered}
     */
    static EncounterCoded together(List<EncounterCoded> codings) {
        var first = codings.get(0);
        if (codings.size() == 1) {
            return first;
        }
        var diagnoses = diagnoses(codings);
        var lines = new ArrayList<EncounterCoded.Line>();
        for (var coding : codings) {
            for (var line : coding.lines()) {
                var pointers = line.diagnosisPointers().stream()
                        .map(pointer ->
                                pointer < 1 || pointer > coding.diagnoses().size()
                                        ? 0 // which the edits find
                                        : diagnoses.indexOf(coding.diagnoses().get(pointer - 1)) + 1)
                        .toList();
                lines.add(line.pointing(pointers));
            }
        }
        var version = codings.stream().mapToInt(EncounterCoded::version).sum();
        var dutiesApart = codings.stream().anyMatch(coding -> Boolean.TRUE.equals(coding.dutiesApart()));
        return first.with(diagnoses, lines, null)
                .saying(first.claimDetails() == null ? null : first.details().patientPaid(patientPaid(codings)))
                .versioned(version, dutiesApart ? true : null);
    }
}
