package org.superbill.x12.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.guide.SegmentDef.Qualifier;

/**
 * Reads a guide's description. One line each, two blanks of indentation per depth:
 *
 * <pre>
 * guide ID ST01 GS01 UNIT VERSION…
 * loop 1000A @200 R x1 | name                                a loop; its first segment opens it
 * like 2300 @1300 R x100                                     the loop of that id again, at another place
 * segment REF @350 R x1 01=EI,SY R0203 | name                qualifiers by element (01-01: of its first component), relations
 * 03 365 R x1 ID 2-2 =EM,FX,TE | name                        an element: number, usage, repeat, type, min-max, codes
 * 07 C004 R x1 composite | name                              its components stand one step deeper
 * 06 1038 N                                                  not used by the guide
 * </pre>
 *
 * A name in brackets is an external code list; blanks inside codes and list names are written as underscores.
 */
final class GuideParser {
    private final List<String> lines;
    private final Map<String, LoopDef> loops = new HashMap<>();
    private int next;

    GuideParser(String text) {
        lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    Guide parse() {
        var head = words(lines.get(next++));
        var root = new LoopDef("", "", parts(0));
        return new Guide(head.get(1), head.get(2), head.get(3), head.get(4), head.subList(5, head.size()), root);
    }

    private List<PartDef> parts(int depth) {
        var parts = new ArrayList<PartDef>();
        while (next < lines.size() && depth(lines.get(next)) == depth) {
            var line = lines.get(next++);
            var words = words(line);
            switch (words.get(0)) {
                case "segment" -> parts.add(segment(words, name(line), elements(depth + 1)));
                case "loop" -> {
                    var loop = new LoopDef(words.get(1), name(line), parts(depth + 1));
                    loops.put(loop.id(), loop);
                    parts.add(use(loop, words));
                }
                case "like" -> parts.add(use(shared(words.get(1)), words));
                default -> throw new IllegalStateException("Not a part of a loop: " + line);
            }
        }
        return parts;
    }

    private LoopDef shared(String id) {
        var loop = loops.get(id);
        if (loop == null) {
            throw new IllegalStateException("Loop " + id + " is used before it is described");
        }
        return loop;
    }

    private static LoopUse use(LoopDef loop, List<String> words) {
        return new LoopUse(loop, ordinal(words.get(2)), Usage.of(words.get(3)), repeat(words.get(4)));
    }

    private static SegmentDef segment(List<String> words, String name, List<ElementDef> elements) {
        var qualifiers = new ArrayList<Qualifier>();
        var notes = new ArrayList<SyntaxNote>();
        for (var word : words.subList(5, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                notes.add(SyntaxNote.of(word));
            } else {
                var place = word.substring(0, equals);
                var values = codes(word.substring(equals + 1));
                qualifiers.add(new Qualifier(Integer.parseInt(place.substring(0, 2)), place.length() > 2, values));
            }
        }
        return new SegmentDef(
                words.get(1),
                ordinal(words.get(2)),
                Usage.of(words.get(3)),
                repeat(words.get(4)),
                qualifiers,
                notes,
                name,
                elements);
    }

    private List<ElementDef> elements(int depth) {
        var elements = new ArrayList<ElementDef>();
        while (next < lines.size()
                && depth(lines.get(next)) == depth
                && Character.isDigit(lines.get(next).charAt(2 * depth))) {
            var line = lines.get(next++);
            elements.add(element(words(line), name(line), elements(depth + 1)));
        }
        return elements;
    }

    private static ElementDef element(List<String> words, String name, List<ElementDef> components) {
        int position = Integer.parseInt(words.get(0));
        if (words.size() == 3) {
            return new ElementDef(
                    position,
                    words.get(1),
                    Usage.of(words.get(2)),
                    1,
                    "-",
                    0,
                    Integer.MAX_VALUE,
                    Set.of(),
                    null,
                    name,
                    List.of());
        }
        int min = 0;
        int max = Integer.MAX_VALUE;
        Set<String> codes = Set.of();
        @Nullable String list = null;
        for (var word : words.subList(5, words.size())) {
            if (word.startsWith("=")) {
                codes = Set.copyOf(codes(word.substring(1)));
            } else if (word.startsWith("[")) {
                list = word.substring(1, word.length() - 1).replace('_', ' ');
            } else {
                var limits = word.split("-", -1);
                min = Integer.parseInt(limits[0]);
                max = Integer.parseInt(limits[1]);
            }
        }
        return new ElementDef(
                position,
                words.get(1),
                Usage.of(words.get(2)),
                repeat(words.get(3)),
                words.get(4),
                min,
                max,
                codes,
                list,
                name,
                components);
    }

    private static List<String> codes(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(code -> code.replace('_', ' '))
                .toList();
    }

    private static int ordinal(String word) {
        return Integer.parseInt(word.substring(1));
    }

    private static int repeat(String word) {
        return word.equals("x*") ? Integer.MAX_VALUE : Integer.parseInt(word.substring(1));
    }

    private static int depth(String line) {
        int blanks = 0;
        while (line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks / 2;
    }

    private static List<String> words(String line) {
        int bar = line.indexOf('|');
        return Arrays.asList((bar < 0 ? line : line.substring(0, bar)).trim().split(" +"));
    }

    private static String name(String line) {
        int bar = line.indexOf('|');
        return bar < 0 ? "" : line.substring(bar + 1).trim();
    }
}
