package org.superbill.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.SyntaxNote;
import org.superbill.x12.guide.Usage;

/** Transaction sets of any guide, made from its description alone: any part that it has may stand in them. The same for the same seed. */
public final class RandomTransactions {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Guide guide;
    private final Random random;
    private int segments;

    public RandomTransactions(Guide guide, long seed) {
        this.guide = guide;
        this.random = new Random(seed);
    }

    /** A file of so many transaction sets. */
    public String file(int sets) {
        var text = new StringBuilder();
        for (int set = 1; set <= sets; set++) {
            text.append(set(set));
        }
        return Files837.envelope(guide, text.toString(), sets);
    }

    private String set(int number) {
        segments = 0;
        var all = new ArrayList<Segment>();
        loop(guide.root(), all);
        all.removeIf(segment -> segment.is("ST") || segment.is("SE"));
        var version = guide == Guide.REMITTANCE_835 ? "" : "*" + guide.version();
        var text = new StringBuilder("ST*%s*%04d%s~\n".formatted(guide.transactionCode(), number, version));
        all.forEach(segment -> text.append(segment.toX12()).append("~\n"));
        return text.append("SE*%d*%04d~\n".formatted(all.size() + 2, number)).toString();
    }

    /** Loops nest as deep as the guide's. */
    private void loop(LoopDef loop, List<Segment> all) {
        for (int place = 0; place < loop.parts().size(); place++) {
            var part = loop.part(place);
            int count = place == 0 ? 1 : count(part.usage(), part.repeat());
            for (; count > 0; count--) {
                if (part instanceof LoopUse use) {
                    loop(use.loop(), all);
                } else {
                    all.add(segment((SegmentDef) part));
                    segments++;
                }
            }
        }
    }

    private int count(Usage usage, int repeat) {
        int least = usage == Usage.REQUIRED ? 1 : 0;
        if (usage == Usage.NOT_USED || segments > 2_000) {
            return least;
        }
        int most = Math.min(repeat, 3);
        return random.nextInt(3) == 0 ? least + random.nextInt(most - least + 1) : least;
    }

    private Segment segment(SegmentDef definition) {
        var values = new String[definition.elements().size()];
        for (int at = 0; at < values.length; at++) {
            var element = definition.elements().get(at);
            values[at] = wanted(element) ? element(element) : "";
        }
        for (int round = 0; round < 3; round++) {
            for (var note : definition.notes()) {
                relate(definition, note, values);
            }
        }
        for (var qualifier : definition.qualifiers()) {
            int at = qualifier.element() - 1;
            var code = pick(qualifier.values());
            values[at] = !qualifier.composite()
                    ? code
                    : values[at].indexOf(Segment.COMPONENT) < 0
                            ? code
                            : code + values[at].substring(values[at].indexOf(Segment.COMPONENT));
        }
        return Segment.of(definition.id(), values);
    }

    private boolean wanted(ElementDef element) {
        return element.usage() == Usage.REQUIRED || element.usage() == Usage.SITUATIONAL && random.nextInt(3) == 0;
    }

    private void relate(SegmentDef definition, SyntaxNote note, String[] values) {
        var positions = note.positions();
        boolean first = !values[positions.get(0) - 1].isEmpty();
        long present =
                positions.stream().filter(at -> !values[at - 1].isEmpty()).count();
        boolean fill = switch (note.kind()) {
            case 'P' -> present > 0;
            case 'R' -> present == 0;
            case 'C', 'L' -> first;
            default -> false;
        };
        if (note.kind() == 'E' && present > 1) {
            positions.subList(1, positions.size()).forEach(at -> values[at - 1] = "");
        }
        for (int at : positions) {
            var element = definition.elements().get(at - 1);
            if (fill && values[at - 1].isEmpty() && element.usage() != Usage.NOT_USED) {
                values[at - 1] = element(element);
            }
        }
    }

    private String element(ElementDef element) {
        var repetitions = new ArrayList<String>();
        for (int count = 1 + random.nextInt(Math.min(element.repeat(), 3)); count > 0; count--) {
            repetitions.add(element.isComposite() ? composite(element) : value(element));
        }
        return Segment.repeated(repetitions);
    }

    private String composite(ElementDef composite) {
        var components = new ArrayList<String>();
        for (var component : composite.components()) {
            components.add(wanted(component) ? value(component) : "");
        }
        return Segment.composite(components);
    }

    private String value(ElementDef element) {
        if (!element.codes().isEmpty()) {
            return pick(element.codes().stream().sorted().toList());
        }
        int length = Math.max(1, element.min())
                + random.nextInt(1 + Math.min(10, element.max() - Math.max(1, element.min())));
        return switch (element.type()) {
            case "N0" -> digits(length);
            case "R" -> length > 3 ? digits(length - 2) + "." + digits(2) : digits(length);
            case "DT" ->
                element.min() > 6 ? "2026%02d%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)) : "260302";
            case "TM" -> "%02d%02d".formatted(random.nextInt(24), random.nextInt(60));
            default -> text(length);
        };
    }

    private String digits(int length) {
        var text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            text.append((char) ('1' + random.nextInt(9)));
        }
        return text.toString();
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
