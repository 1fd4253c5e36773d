package org.superbill.coding.visit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Injections of trigger points by the number of muscles, however many points there are in each. Source: CPT, injection of trigger points, in our own words. */
final class TriggerPoints {
    /** Below what organizations begin with as their threshold. */
    private static final double DOUBTFUL = 0.6;

    private static final int FEW_MUSCLES = 2;
    private static final String MISSING = "which muscles were injected, each with its side";

    private static final Pattern INJECTED = Pattern.compile(
            "(?i)\\btrigger points?(?: [a-z]+){0,3}? inj\\w*|\\binject\\w*[^.;\\n]{0,30}\\btrigger points?\\b|\\bTPIs?\\b[^.;\\n]{0,20}\\b(?:done|performed|given)");
    private static final Counts COUNTS = new Counts("muscles");

    private static final Pattern MUSCLE = Pattern.compile(
            "(?i)\\b(?:(left|right|both|bilateral|[LR]|b/l)\\.? )?(?:(?:upper|middle|lower|cervical|thoracic|lumbar) )?"
                    + "(trapezi(?:us|i)|traps?|rhomboids?|levator(?: scapula\\w*)?|supraspinatus|infraspinatus|splenius|semispinalis|sternocleidomastoid|SCM|scalenes?|deltoid"
                    + "|latissimus|teres (?:major|minor)|glute(?:us)?(?: (?:maximus|medius|minimus))?|piriformis|quadratus lumborum|QL|masseter|temporalis|pectoralis|multifid\\w+"
                    + "|erector spinae|paraspinals?|iliocostalis|longissimus|occipitalis|frontalis|tensor fasciae? latae)\\b");

    private TriggerPoints() {}

    static Optional<Procedure> of(String text) {
        return INJECTED.matcher(text)
                .results()
                .filter(said -> Done.isDone(text, said.start(), said.end()))
                .findFirst()
                .map(said -> of(text, new Span(said.start(), said.end())));
    }

    private static Procedure of(String text, Span said) {
        var words = Done.clauses(text).stream()
                .map(clause -> text.substring(clause.start(), clause.end()))
                .filter(clause -> INJECTED.matcher(clause).find()
                        || clause.toLowerCase(Locale.ROOT).contains("muscle"))
                .collect(Collectors.joining("\n"));
        var counted = COUNTS.in(words);
        var sides = new TreeMap<String, Set<Sides.Side>>();
        MUSCLE.matcher(words)
                .results()
                .forEach(muscle -> sides.computeIfAbsent(
                                muscle.group(2).toLowerCase(Locale.ROOT).replaceAll("(?<=^trap).*|s$", ""),
                                name -> EnumSet.noneOf(Sides.Side.class))
                        .addAll(muscle.group(1) == null ? Set.of() : Sides.in(muscle.group(1))));
        var muscles = counted.orElse(sides.size());
        var withSides = sides.values().stream()
                .mapToInt(named -> Math.max(1, named.size()))
                .sum();
        var why = muscles == 0 ? "The note does not name the muscles" : "%d muscles".formatted(muscles);
        if (muscles > FEW_MUSCLES) {
            return line("20553", "three muscles or more", said, "20552", "there it is of one or two muscles", why);
        }
        var few = line("20552", "one or two muscles", said, "20553", "there it takes three muscles or more", why);
        return muscles == 0 || counted.isEmpty() && withSides > FEW_MUSCLES
                ? few.doubted(
                        DOUBTFUL, muscles == 0 ? why : "With both sides it is %d muscles".formatted(withSides), MISSING)
                : few;
    }

    private static Procedure line(String code, String of, Span said, String neighbour, String because, String why) {
        return OfficeProcedures.procedure(
                code,
                "Injection of trigger points, " + of,
                1,
                said.start(),
                said.end(),
                Procedure.not(neighbour, because),
                why);
    }
}
