package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final int FEW_WARTS = 14;
    private static final int FEW_KERATOSES = 14;

    /** What a code does to the visit beside it. */
    private enum Effect {
        /** A small operation: the decision for it is part of it. Source: NCCI Policy Manual, chapter I, section D. */
        PROCEDURE,
        /** An injection: the visit needs a modifier. */
        GIVEN,
        /** A test: the visit needs none. */
        TEST
    }

    /**
     * A row of {@code visit/office-procedures.tsv}.
     *
     * @param neighbour the code that is nearest
     * @param takes what is so where the neighbour holds
     * @param saysIt words that speak for the neighbour, or null where none do
     */
    private record Kind(
            Effect effect,
            String code,
            String title,
            String why,
            String neighbour,
            String takes,
            @Nullable Pattern saysIt,
            Pattern said) {
        static Kind of(String[] row) {
            return new Kind(
                    Effect.valueOf(row[0].toUpperCase(Locale.ROOT)),
                    row[1],
                    row[2],
                    row[3],
                    row[4],
                    row[5],
                    row[6].isEmpty() ? null : Pattern.compile(row[6], Pattern.CASE_INSENSITIVE),
                    Pattern.compile(row[7], Pattern.CASE_INSENSITIVE));
        }

        Procedure procedure(String text, int start, int end) {
            var found = OfficeProcedures.procedure(
                    code, title, 1, start, end, Procedure.not(neighbour, "there " + takes), why);
            return saysIt != null
                            && saysIt.matcher(Done.clause(text, start, end)).find()
                    ? found.doubted(
                            DOUBTFUL, "The note has words for %s: there %s".formatted(neighbour, takes), MISSING)
                    : found;
        }
    }

    private static final List<Kind> KINDS =
            DataFile.rows("visit/office-procedures.tsv").stream().map(Kind::of).toList();
    private static final Set<String> TESTS = codes(Effect.TEST);

    /** What is part of something greater that was done. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "10061", Set.of("10060"),
            "11750", Set.of("11730"),
            "94060", Set.of("94010", "94640"),
            "56501", Set.of("17110"),
            "54056", Set.of("17110"));

    private static final Pattern WARTS = Pattern.compile(
            "(?i)\\b(?:warts?|verruca\\w*|molluscum|condylom\\w*|(?:irritated|inflamed) seborrheic kerato\\w+)\\b[^.;\\n]{0,40}\\b(?:cryo\\w*|LN2|liquid nitrogen|frozen|destroy\\w*|cantharidin)");
    private static final Pattern KERATOSES = Pattern.compile(
            "(?i)(?:\\b(\\w+) )?\\b(?:actinic kerato\\w+|AKs?)\\b(?:[^.;\\n]{0,6}x ?(\\d+))?[^.;\\n]{0,60}\\b(?:cryo\\w*|LN2|liquid nitrogen|frozen|destroy\\w*)");
    private static final List<String> NUMBERS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen");

    private OfficeProcedures() {}

    private static Set<String> codes(Effect effect) {
        return KINDS.stream()
                .filter(kind -> kind.effect() == effect)
                .map(Kind::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Laboratory tests and the like call for no modifier on the visit. */
    static boolean isTest(String code) {
        return TESTS.contains(code);
    }

    /** All but tests, vaccines and injections: operations, however small. */
    static boolean isOperation(Procedure service) {
        return service.system().equals("cpt")
                && !isTest(service.code())
                && !service.code().startsWith("9");
    }

    static List<Procedure> of(Visit visit) {
        var text = visit.text();
        var found = new ArrayList<Procedure>();
        for (var kind : KINDS) {
            var said = kind.said().matcher(text);
            while (said.find()) {
                if (Done.isDone(text, said.start(), said.end())) {
                    found.add(kind.procedure(text, said.start(), said.end()));
                    break;
                }
            }
        }
        warts(text, found);
        keratoses(text, found);
        found.addAll(WoundRepairs.of(visit));
        PARTS.forEach((whole, parts) -> {
            if (found.stream().anyMatch(procedure -> procedure.code().equals(whole))) {
                found.removeIf(procedure -> parts.contains(procedure.code()));
            }
        });
        return found;
    }

    private static void warts(String text, List<Procedure> found) {
        var said = WARTS.matcher(text);
        if (said.find() && Done.isDone(text, said.start(), said.end())) {
            found.add(procedure(
                    "17110",
                    "Destruction of warts, molluscum or other benign lesions, up to 14",
                    1,
                    said.start(),
                    said.end(),
                    Procedure.not("17111", "there it is of more than " + FEW_WARTS),
                    "Up to " + FEW_WARTS));
        }
    }

    private static void keratoses(String text, List<Procedure> found) {
        var said = KERATOSES.matcher(text);
        if (!said.find() || !Done.isDone(text, said.start(), said.end())) {
            return;
        }
        var lesions = number(said.group(2) == null ? said.group(1) : said.group(2));
        if (lesions > FEW_KERATOSES) {
            found.add(procedure(
                    "17004",
                    "Destruction of actinic keratoses, 15 or more",
                    1,
                    said.start(),
                    said.end(),
                    Procedure.not("17000", "there it is of up to " + FEW_KERATOSES + " lesions"),
                    lesions + " lesions"));
            return;
        }
        found.add(procedure(
                "17000",
                "Destruction of an actinic keratosis, first",
                1,
                said.start(),
                said.end(),
                ofFew(lesions),
                "The first lesion"));
        if (lesions > 1) {
            found.add(procedure(
                    "17003",
                    "Destruction of actinic keratoses, each further",
                    lesions - 1,
                    said.start(),
                    said.end(),
                    ofFew(lesions),
                    "Each of the others"));
        }
    }

    private static String ofFew(int lesions) {
        return Procedure.not(
                "17004", "there it is of more than %d lesions, the note has %d".formatted(FEW_KERATOSES, lesions));
    }

    /** In digits or words; 1 where it is neither. */
    private static int number(@Nullable String said) {
        if (said == null) {
            return 1;
        }
        if (said.matches("\\d{1,3}")) {
            return Integer.parseInt(said);
        }
        return Math.max(1, NUMBERS.indexOf(said.toLowerCase(Locale.ROOT)));
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
