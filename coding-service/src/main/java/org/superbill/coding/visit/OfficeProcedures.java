package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.cac.DataFile;

/** Common procedures in the office, by what the note says was done. The words are ours; the numbers are CPT's. */
final class OfficeProcedures {
    private static final double SURE = 0.8;

    /** Below what organizations begin with as their threshold. */
    private static final double DOUBTFUL = 0.6;

    private static final String MISSING = "what was done at this visit, where on the body, how, and how often";

    /** What a code does to the visit beside it. */
    private enum Effect {
        /** A small operation: the decision for it is part of it. Source: NCCI Policy Manual, chapter I, section D. */
        PROCEDURE,
        /** An injection: the visit needs a modifier. */
        GIVEN,
        /** A test that is read by itself: the visit needs none. */
        TEST,
        /** A test that the practitioner reads, and whose code has the reading: it is no part of the visit's decision making. Source: CPT, evaluation and management guidelines. */
        STUDY
    }

    /**
     * A row of {@code visit/office-procedures.tsv}.
     *
     * @param neighbour the code that is nearest
     * @param takes what is so where the neighbour holds
     * @param saysIt words that speak for the neighbour, or null where none do
     * @param never words with which it is another procedure, or null
     */
    private record Kind(
            Effect effect,
            String code,
            String title,
            String why,
            String neighbour,
            String takes,
            @Nullable Pattern saysIt,
            Pattern said,
            Laterality laterality,
            @Nullable Pattern never) {
        static Kind of(String[] row) {
            return new Kind(
                    Effect.valueOf(row[0].toUpperCase(Locale.ROOT)),
                    row[1],
                    row[2],
                    row[3],
                    row[4],
                    row[5],
                    optional(row[6]),
                    Pattern.compile(row[7], Pattern.CASE_INSENSITIVE),
                    Laterality.of(row[8]),
                    optional(row[9]));
        }

        private static @Nullable Pattern optional(String pattern) {
            return pattern.isEmpty() ? null : Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        }

        List<MatchResult> doneIn(String text) {
            return said.matcher(text)
                    .results()
                    .filter(place -> Done.isDone(text, place.start(), place.end()))
                    .filter(place -> never == null
                            || !never.matcher(Done.clause(text, place.start(), place.end()))
                                    .find())
                    .toList();
        }

        /** @param done where the text says that it was done, at least once */
        List<Procedure> lines(String text, List<MatchResult> done) {
            var start = done.get(0).start();
            var end = done.get(0).end();
            var found = OfficeProcedures.procedure(
                    code, title, 1, start, end, Procedure.not(neighbour, "there " + takes), why);
            var line = saysIt != null
                            && saysIt.matcher(Done.clause(text, start, end)).find()
                    ? found.doubted(
                            DOUBTFUL, "The note has words for %s: there %s".formatted(neighbour, takes), MISSING)
                    : found;
            return laterality.lines(text, done, line);
        }
    }

    private static final List<Kind> KINDS =
            DataFile.rows("visit/office-procedures.tsv").stream().map(Kind::of).toList();
    private static final List<Pattern> OTHERS = DataFile.rows("visit/other-operations.tsv").stream()
            .map(row -> Pattern.compile(row[0], Pattern.CASE_INSENSITIVE))
            .toList();
    private static final Set<String> STUDIES = codes(Effect.STUDY);
    private static final Set<String> TESTS = codes(Effect.TEST);

    /** What is part of something greater that was done. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "10061", Set.of("10060"),
            "11750", Set.of("11730"),
            "46221", Set.of("46600"),
            "94060", Set.of("94010", "94640"),
            "56501", Set.of("17110", "17111"),
            "54056", Set.of("17110", "17111"),
            "46916", Set.of("17110", "17111"),
            "11983", Set.of("11981", "11982"));

    /** Tests whose kits are waived, and whose line says so. Source: Medicare Claims Processing Manual, chapter 16, section 70.8 (81002, 81025, 82962 and a few others need none). */
    private static final Set<String> WAIVED = Set.of("83036", "85610", "87804", "87811", "87880");

    /** Full years up to which it is a mother, or who cares for the child, that a questionnaire on mood is of. */
    private static final int OLDEST_INFANT = 1;

    private static final String OF_MOOD = "96127";
    private static final String OF_A_CAREGIVER = "96161";

    private OfficeProcedures() {}

    private static Set<String> codes(Effect effect) {
        return KINDS.stream()
                .filter(kind -> kind.effect() == effect)
                .map(Kind::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Laboratory tests and the like call for no modifier on the visit. */
    static boolean isTest(String code) {
        return TESTS.contains(code) || isStudy(code) || code.equals(OF_A_CAREGIVER);
    }

    static boolean isStudy(String code) {
        return STUDIES.contains(code);
    }

    /** All but tests, vaccines and injections: operations, however small. */
    static boolean isOperation(Procedure service) {
        return service.code().equals("G0168")
                || service.system().equals("cpt")
                        && !isTest(service.code())
                        && !service.code().startsWith("9");
    }

    /** How many kinds of operations the text tells of that are not coded here. */
    static long others(String text) {
        return OTHERS.stream()
                .filter(other ->
                        other.matcher(text).results().anyMatch(said -> Done.isDone(text, said.start(), said.end())))
                .count();
    }

    static List<Procedure> of(Visit visit) {
        var text = visit.text();
        var found = new ArrayList<Procedure>();
        for (var kind : KINDS) {
            var done = kind.doneIn(text);
            if (!done.isEmpty()) {
                found.addAll(kind.lines(text, done));
            }
        }
        found.replaceAll(
                line -> line.code().equals(OF_MOOD) && visit.ageYears() != null && visit.ageYears() <= OLDEST_INFANT
                        ? ofACaregiver(line)
                        : line);
        exchanged(found);
        if (visit.medicare()) {
            found.replaceAll(OfficeProcedures::asMedicarePays);
        }
        TriggerPoints.of(text).ifPresent(found::add);
        found.addAll(SkinBiopsies.of(text));
        Lesions.of(text, found);
        found.addAll(WoundRepairs.of(visit));
        PARTS.forEach((whole, parts) -> {
            if (found.stream().anyMatch(procedure -> procedure.code().equals(whole))) {
                found.removeIf(procedure -> parts.contains(procedure.code()));
            }
        });
        return PlacesApart.of(visit, found);
    }

    /** A drug implant that is taken out while another is put in has one number. Source: CPT, drug delivery implants, in our own words. */
    private static void exchanged(List<Procedure> found) {
        if (found.stream().anyMatch(line -> line.code().equals("11983"))) {
            return;
        }
        var out = found.stream().filter(line -> line.code().equals("11982")).findFirst();
        found.stream()
                .filter(line -> line.code().equals("11981"))
                .findFirst()
                .ifPresent(in -> out.ifPresent(removed -> {
                    var span = removed.said().get(0);
                    found.add(procedure(
                                    "11983",
                                    "Exchange of a drug implant",
                                    1,
                                    span.start(),
                                    span.end(),
                                    Procedure.not("11981", "there none is taken out"),
                                    "One is taken out and another put in")
                            .with(removed.modifiers(), "At one session"));
                }));
    }

    /** At an infant's visit the mother answers for herself. Source: CPT, caregiver-focused health risk assessment, in our own words. */
    private static Procedure ofACaregiver(Procedure line) {
        var span = line.said().get(0);
        return procedure(
                OF_A_CAREGIVER,
                "Scored questionnaire that who cares for the child answers of herself or himself",
                line.units(),
                span.start(),
                span.end(),
                Procedure.not(OF_MOOD, "there it is of the patient"),
                "The patient is an infant");
    }

    /** For both ears it pays once (CMS, Physician Fee Schedule 2014, bilateral indicator 2 of 69210); a waived test says that it is. */
    private static Procedure asMedicarePays(Procedure line) {
        if (WAIVED.contains(line.code())) {
            return line.withModifier(
                    "QW",
                    "Hint: Medicare wants modifier QW of a laboratory with a certificate of waiver, where the kit is a waived one (Medicare Claims Processing Manual, chapter 16, section 70.8)");
        }
        return line.code().equals("69210") && line.modifiers().contains("50")
                ? line.with(List.of(), "Medicare pays once for both ears, without modifier 50")
                : line;
    }

    static Procedure procedure(String code, String title, int units, int start, int end, String neighbour, String why) {
        return new Procedure(
                "cpt",
                code,
                title,
                List.of(),
                units,
                SURE,
                List.of(new Span(start, end)),
                List.of(neighbour, why),
                MISSING);
    }
}
