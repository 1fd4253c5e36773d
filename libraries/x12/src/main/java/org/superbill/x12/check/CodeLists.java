package org.superbill.x12.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Error.Severity;
import org.superbill.x12.check.ExternalCodes.Answer;
import org.superbill.x12.check.Rule.Test;
import org.superbill.x12.check.Rule.When;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.SegmentDef;

/**
 * SNIP level 5: each code of a list outside of the guide is looked up as of the day that governs it. A claim is looked at when it
 * is complete, for the dates of its lines come after its diagnoses.
 */
public final class CodeLists {
    /** Lists that a qualifier beside the code names, and not the guide's description of the element. */
    private static final Map<String, String> BY_QUALIFIER = Map.ofEntries(
            Map.entry("ABK", "ICD-10-CM"),
            Map.entry("ABF", "ICD-10-CM"),
            Map.entry("ABJ", "ICD-10-CM"),
            Map.entry("APR", "ICD-10-CM"),
            Map.entry("ABN", "ICD-10-CM"),
            Map.entry("BK", "ICD-9-CM"),
            Map.entry("BF", "ICD-9-CM"),
            Map.entry("BJ", "ICD-9-CM"),
            Map.entry("PR", "ICD-9-CM"),
            Map.entry("BN", "ICD-9-CM"),
            Map.entry("BBR", "ICD-10-PCS"),
            Map.entry("BBQ", "ICD-10-PCS"),
            Map.entry("BR", "ICD-9-CM procedures"),
            Map.entry("BQ", "ICD-9-CM procedures"),
            Map.entry("BP", "HCPCS"),
            Map.entry("BO", "HCPCS"),
            Map.entry("HC", "HCPCS"),
            Map.entry("HP", "HIPPS"),
            Map.entry("N4", "NDC"),
            Map.entry("NU", "revenue codes (source 132)"),
            Map.entry("BG", "condition codes (source 132)"),
            Map.entry("BH", "occurrence codes (source 132)"),
            Map.entry("BI", "occurrence span codes (source 132)"),
            Map.entry("BE", "value codes (source 132)"),
            Map.entry("DR", "DRG (source 229)"),
            Map.entry("HE", "remark codes (source 411)"));

    /** Data elements whose list is named by the element before them. */
    private static final Set<String> QUALIFIED_BY_ELEMENT = Set.of("1271", "234");

    /** The names of all lists that are asked for. */
    public static final Set<String> NAMES = names();

    /** Where a code stands. @param component 0 for a simple element */
    private record Spot(
            int element, int component, @Nullable String list) {}

    private CodeLists() {}

    private static Set<String> names() {
        var names = new LinkedHashSet<>(BY_QUALIFIER.values());
        for (var guide : RuleBook.all().keySet()) {
            collect(guide.root(), names);
        }
        return Set.copyOf(names);
    }

    private static void collect(LoopDef loop, Set<String> names) {
        for (var part : loop.parts()) {
            if (part instanceof LoopUse use) {
                collect(use.loop(), names); // as deep as the guide
            } else {
                spots((SegmentDef) part).forEach(spot -> {
                    if (spot.list != null) {
                        names.add(spot.list);
                    }
                });
            }
        }
    }

    static Rule rule(Guide guide, ExternalCodes codes) {
        return new Rule(
                "code-is-in-its-list",
                SnipLevel.CODES,
                Severity.ERROR,
                When.END,
                List.copyOf(wholes(guide)),
                "All guides, appendix A (external code sources)",
                "The code is not in its list on the day that governs it",
                () -> new Lookup(guide, codes));
    }

    /** The loops that are looked at as a whole: a claim, and each that surrounds claims. */
    private static Set<String> wholes(Guide guide) {
        var wholes = new LinkedHashSet<String>();
        wholes.add(guide.unit());
        addAbove(guide, guide.root(), wholes);
        return wholes;
    }

    private static void addAbove(Guide guide, LoopDef loop, Set<String> wholes) {
        if (guide.isAboveUnit(loop)) {
            wholes.add(loop.id());
            for (var part : loop.parts()) {
                if (part instanceof LoopUse use) {
                    addAbove(guide, use.loop(), wholes); // as deep as the guide
                }
            }
        }
    }

    private static List<Spot> spots(SegmentDef def) {
        var spots = new ArrayList<Spot>();
        for (var element : def.elements()) {
            if (element.isComposite()) {
                for (var component : element.components()) {
                    addSpot(component, element.position(), component.position(), def, element.components(), spots);
                }
            } else {
                addSpot(element, element.position(), 0, def, def.elements(), spots);
            }
        }
        return spots;
    }

    private static void addSpot(
            ElementDef element,
            int position,
            int component,
            SegmentDef def,
            List<ElementDef> siblings,
            List<Spot> spots) {
        boolean isQualified = QUALIFIED_BY_ELEMENT.contains(element.number())
                && element.position() > 1
                && isQualifier(siblings.get(element.position() - 2).number());
        if (isQualified) {
            spots.add(new Spot(position, component, null));
        } else if (element.list() != null && !(def.id().equals("LQ") || def.id().equals("HI"))) {
            spots.add(new Spot(position, component, element.list()));
        }
    }

    private static boolean isQualifier(String number) {
        return number.equals("1270") || number.equals("235");
    }

    /** One transaction set. */
    private static final class Lookup implements Test {
        private final Guide guide;
        private final ExternalCodes codes;
        private final Map<SegmentDef, List<Spot>> spots = new IdentityHashMap<>();

        private Lookup(Guide guide, ExternalCodes codes) {
            this.guide = guide;
            this.codes = codes;
        }

        @Override
        public void on(PlacedLoop loop, Segment first, Findings findings) {
            look(loop, governing(loop, null), findings);
        }

        private void look(PlacedLoop loop, @Nullable LocalDate on, Findings findings) {
            for (int at = 0; at < loop.size(); at++) {
                var segment = loop.segment(at);
                var def = loop.def().find(segment);
                if (def != null) {
                    for (var spot : spots.computeIfAbsent(def, CodeLists::spots)) {
                        look(loop, segment, spot, on, findings);
                    }
                }
            }
            for (var child : loop.loops()) {
                look(child, governing(child, on), findings); // as deep as the guide
            }
        }

        private void look(PlacedLoop loop, Segment segment, Spot spot, @Nullable LocalDate on, Findings findings) {
            var code = spot.component == 0
                    ? segment.element(spot.element)
                    : segment.component(spot.element, spot.component);
            var list = spot.list == null ? qualified(segment, spot) : spot.list;
            if (code.isEmpty() || list == null || isAbroad(segment)) {
                return;
            }
            var day = own(loop, segment, on);
            if (codes.find(list, code, day) == Answer.INVALID) {
                findings.element(loop, segment, spot.element, spot.component, "7", list);
            }
        }

        /** A status is of its own day, what was paid of the day of the service. */
        private static @Nullable LocalDate own(PlacedLoop loop, Segment segment, @Nullable LocalDate on) {
            if (segment.is("STC")) {
                return day(Dates.at(segment.element(2), 0), on);
            }
            if (segment.is("SVC") && loop.is("2110")) {
                var dtm = loop.segment("DTM", "472");
                dtm = dtm == null ? loop.segment("DTM", "150") : dtm;
                return dtm == null ? on : day(Dates.at(dtm.element(2), 0), on);
            }
            return on;
        }

        private static @Nullable String qualified(Segment segment, Spot spot) {
            var qualifier = spot.component == 0
                    ? segment.element(spot.element - 1)
                    : segment.component(spot.element, spot.component - 1);
            return BY_QUALIFIER.get(qualifier);
        }

        /** States and ZIP codes of other countries are in other lists. */
        private static boolean isAbroad(Segment segment) {
            return segment.is("N4") && segment.has(4) && !segment.elementIs(4, "US");
        }

        /** The day that governs the codes of a loop; that of the loop around it when it has none of its own. */
        private @Nullable LocalDate governing(PlacedLoop loop, @Nullable LocalDate around) {
            return switch (guide.id()) {
                case "837P", "837I" -> claim(loop, around);
                case "835" -> remittance(loop, around);
                default -> day(Dates.from(loop.segment("DTP", "472")), around);
            };
        }

        private static @Nullable LocalDate claim(PlacedLoop loop, @Nullable LocalDate around) {
            if (loop.is("2400")) {
                return day(Dates.from(loop.segment("DTP", "472")), around);
            }
            if (!loop.is("2300")) {
                return around;
            }
            int through = Dates.to(loop.segment("DTP", "434"));
            if (through != Dates.NONE) {
                return day(through, around);
            }
            int first = Dates.NONE;
            for (var line : loop.loops()) {
                int day = line.is("2400") ? Dates.from(line.segment("DTP", "472")) : Dates.NONE;
                first = first == Dates.NONE || Dates.isBefore(day, first) ? day : first;
            }
            return day(first, around);
        }

        /** Reason and remark codes are of the day of the remittance. */
        private static @Nullable LocalDate remittance(PlacedLoop loop, @Nullable LocalDate around) {
            var root = loop.is("") ? loop : loop.around("");
            var bpr = root == null ? null : root.segment("BPR");
            return bpr == null ? around : day(Dates.at(bpr.element(16), 0), around);
        }

        private static @Nullable LocalDate day(int number, @Nullable LocalDate otherwise) {
            return number == Dates.NONE ? otherwise : LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
        }
    }
}
