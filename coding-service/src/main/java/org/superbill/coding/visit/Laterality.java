package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * On which sides, joints, fingers or toes a procedure was done, as lines with their modifiers. Source: CPT, appendix A (50: both sides at one session; 59: another place);
 * HCPCS Level II (LT, RT, FA to F9, TA to T9).
 *
 * @param of what is told apart
 * @param words of joints their names; of fingers and toes the number for each further one, or empty
 */
record Laterality(Of of, List<String> words) {
    /** What a row of {@code visit/office-procedures.tsv} tells apart. */
    enum Of {
        NOTHING,
        SIDE,
        JOINT,
        DIGIT,
        /** Each name is a unit. */
        EACH
    }

    private static final Map<String, String> SAME = Map.of("subacromial", "shoulder", "olecranon", "elbow");
    private static final Pattern APART =
            Pattern.compile(",\\s(?!(?:and )?(?:left|right)\\b)|\\b(?:but|while|whereas)\\b");
    private static final Pattern ANOTHER_TIME = Pattern.compile(
            "(?i),\\s(?:and )?(?:left|right)\\b[^,]*\\b(?:next|later|defer\\w*|declin\\w*|plan\\w*|not|no|will|schedul\\w*|without|pain\\w*|improv\\w*|fine|normal)\\b[^,]*");
    /** Of an instrument, without its length or version. */
    private static final Pattern NAME = Pattern.compile("(?s)^([A-Za-z]+(?:-[A-Za-z]+)?).*");

    private static final int BESIDE = 20;

    /** @param column e.g. {@code joint knee shoulder hip} */
    static Laterality of(String column) {
        var words = List.of(column.split(" "));
        return column.isEmpty()
                ? new Laterality(Of.NOTHING, List.of())
                : new Laterality(Of.valueOf(words.get(0).toUpperCase(Locale.ROOT)), words.subList(1, words.size()));
    }

    /**
     * @param done where the text says that it was done, at least once
     * @param line without modifiers
     */
    List<Procedure> lines(String text, List<MatchResult> done, Procedure line) {
        var pieces = done.stream().map(said -> piece(text, said)).toList();
        return switch (of) {
            case NOTHING -> List.of(line);
            case SIDE -> List.of(with(line, Sides.modifiers(sides(pieces))));
            case JOINT -> joints(pieces, line);
            case DIGIT -> digits(text, pieces, line);
            case EACH ->
                List.of(line.times((int) done.stream()
                        .map(said ->
                                NAME.matcher(said.group()).replaceFirst("$1").toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()));
        };
    }

    private static Procedure with(Procedure line, List<String> modifiers) {
        return modifiers.isEmpty()
                ? line
                : line.with(
                        modifiers,
                        "Modifier %s by what the note says of the place".formatted(String.join(", ", modifiers)));
    }

    private static Set<Sides.Side> sides(List<String> pieces) {
        return pieces.stream()
                .flatMap(words -> Sides.in(words).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Sides.Side.class)));
    }

    /** Each joint is a line of its own, both of a kind are one. */
    private List<Procedure> joints(List<String> pieces, Procedure line) {
        var joints = new LinkedHashMap<String, Set<Sides.Side>>();
        pieces.forEach(words -> readJoints(words, joints));
        var lines = new ArrayList<Procedure>();
        for (var sides : joints.values()) {
            var modifiers = new ArrayList<String>(lines.isEmpty() ? List.of() : List.of("59"));
            modifiers.addAll(Sides.modifiers(sides));
            lines.add(with(line, modifiers));
        }
        return lines.isEmpty() ? List.of(line) : lines;
    }

    private void readJoints(String words, Map<String, Set<Sides.Side>> joints) {
        var named = Pattern.compile("(?i)\\b(%s)s?\\b".formatted(String.join("|", this.words)))
                .matcher(words)
                .results()
                .toList();
        for (var i = 0; i < named.size(); i++) {
            var joint = named.get(i);
            var before = words.substring(i == 0 ? 0 : named.get(i - 1).end(), joint.start());
            var end = i + 1 == named.size() ? words.length() : named.get(i + 1).start();
            var behind = words.substring(joint.end(), Math.min(end, joint.end() + BESIDE));
            var sides = Sides.in(before);
            var name = joint.group(1).toLowerCase(Locale.ROOT);
            joints.computeIfAbsent(SAME.getOrDefault(name, name), first -> EnumSet.noneOf(Sides.Side.class))
                    .addAll(sides.isEmpty() && i + 1 == named.size() ? Sides.in(behind) : sides);
        }
    }

    private List<Procedure> digits(String text, List<String> pieces, Procedure line) {
        var here = pieces.stream()
                .flatMap(words -> Sides.digits(words).stream())
                .distinct()
                .toList();
        var all = here.isEmpty() ? Sides.digits(text) : here;
        if (here.isEmpty() && all.size() != 1) {
            return List.of(with(line, Sides.modifiers(sides(pieces))));
        }
        var lines = new ArrayList<Procedure>();
        for (var digit : all) {
            var of = lines.isEmpty() || words.isEmpty() ? line : line.coded(words.get(0));
            lines.add(with(of, List.of(digit)));
        }
        return lines;
    }

    /** What stands around it in its clause, up to what begins another thought. */
    private static String piece(String text, MatchResult said) {
        var clause = Done.clause(text, said.start(), said.end());
        var at = text.lastIndexOf(clause, said.start());
        var from = 0;
        var to = clause.length();
        var apart = APART.matcher(clause);
        while (apart.find()) {
            if (at + apart.end() <= said.start()) {
                from = apart.end();
            } else if (at + apart.start() >= said.end()) {
                to = Math.min(to, apart.start());
            }
        }
        var end = said.end() - at;
        return clause.substring(from, end)
                + ANOTHER_TIME.matcher(clause.substring(end, Math.max(end, to))).replaceAll("");
    }
}
