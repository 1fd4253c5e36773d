package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Wounds that were closed, by kind of repair, place and length; lengths of one kind and group of places are added up and coded once. Source: CPT, repair (closure), in
 * our own words; of adhesive alone for Medicare HCPCS Level II, G0168.
 */
final class WoundRepairs {
    /** Below what organizations begin with as their threshold. */
    private static final double DOUBTFUL = 0.6;

    private static final double HUNDREDTHS = 100;

    private static final Pattern CLOSED = Pattern.compile(
            "(?i)\\brepair(?:ed)?\\b|\\bsutur(?:ed|es)\\b|\\bstapled\\b|\\bstaples\\b|\\bclosed (?:with|using|primarily|in)\\b|\\b(?:layered|simple|intermediate|complex|primary)(?: wound)? closure\\b|dermabond|tissue adhesive|\\b(?:skin )?glued?\\b");
    /** Sutures that came out, or are in since another day. */
    private static final Pattern REMOVED = Pattern.compile(
            "(?i)\\b(?:sutures?|staples?)\\b(?![^.;\\n]{0,20}\\bbe\\b)[^.;\\n]{0,20}\\b(?:removed|intact|in place)\\b|\\b(?:removed|removing|took out) (?:\\w+ ){0,3}(?:sutures?|staples?)\\b|\\bs/p\\b");

    private static final Pattern STRIPS =
            Pattern.compile("(?i)\\b(?:steri-?\\s?strips?|adhesive strips?|butterfl\\w+)\\b");
    private static final Pattern ADHESIVE = Pattern.compile("(?i)dermabond|tissue adhesive|\\b(?:skin )?glued?\\b");
    private static final Pattern STITCHED = Pattern.compile(
            "(?i)\\bsutur\\w+|\\bstapl\\w+|\\bstitch\\w*|\\b\\d-0\\b|\\bnylon|\\bvicryl|\\bprolene|\\bmonocryl|\\bchromic|\\bgut\\b");
    private static final Pattern LAYERS = Pattern.compile(
            "(?i)(?<!single[- ])(?<!one[- ])\\b(?:layers|layered)\\b|\\b(?:two|2|three|3|double|multi)[- ]layer\\b|\\bintermediate\\b|\\b(?:deep|buried|subcutaneous) (?:dermal |absorbable |interrupted )?sutures?\\b|\\bdeep (?:layer|dermal)\\b");
    private static final Pattern COMPLEX =
            Pattern.compile("(?i)\\bcomplex (?:\\w+ )?(?:repair|closure|lac\\w*|wound)|\\brepair(?:ed)?,? complex\\b");
    /** What makes a repair a complex one. */
    private static final Pattern MADE_COMPLEX = Pattern.compile(
            "(?i)undermin\\w+|retention sutures?|free margins?|exposed (?:bone|cartilage|tendon)|exposure of (?:bone|cartilage|tendon)|debrid\\w+ (?:of )?(?:the )?(?:wound )?edges|scar revision|stents?");

    private static final Pattern SIMPLE =
            Pattern.compile("(?i)\\bsimple (?:\\w+ )?(?:repair|closure)|\\b(?:single|one)[- ]layer");
    private static final Pattern LACERATION =
            Pattern.compile("(?i)\\blac(?:eration|\\b|s\\b|erated)|\\bcut\\b|\\bgash");
    private static final Pattern WOUND =
            Pattern.compile("(?i)\\blac(?:erat\\w*|s)?\\b|\\bwounds?\\b|\\bcut\\b|\\bgash");
    /** Of these the closure is a part, unless it took more than one layer. Source: CPT, excision and biopsy of skin. */
    private static final Pattern OPERATION = Pattern.compile(
            "(?i)\\bexcis\\w+|\\bbiops\\w+|\\bbx\\b|\\bincision and drainage|\\bI ?& ?D\\b|\\bnail ?bed\\b");

    /** What a sentence and those behind it that measure nothing say of the wounds that it measures. */
    private record Closing(List<Wound> wounds, StringBuilder words) {}

    /** Wounds of one kind and group. */
    private static final class Sum {
        private double centimeters;
        private int start = Integer.MAX_VALUE;
        private int end;
        private @Nullable String doubt;
        private String missing = "";

        void add(Wound wound) {
            centimeters = Math.round((centimeters + wound.centimeters()) * HUNDREDTHS) / HUNDREDTHS;
            start = Math.min(start, wound.said().start());
            end = Math.max(end, wound.said().end());
        }

        void doubt(String because, String stillMissing) {
            doubt = because;
            missing = stillMissing;
        }
    }

    private final Visit visit;

    /** Whether there is an operation whose closure a sentence of no laceration is taken for. */
    private final boolean closesOperations;

    private WoundRepairs(Visit visit) {
        this.visit = visit;
        closesOperations = !LACERATION.matcher(visit.text()).find()
                && OPERATION.matcher(visit.text()).find();
    }

    /** Of several notes that measure the wounds the one that measures most: another that tells of them again does not make them longer. */
    static List<Procedure> of(Visit visit) {
        var repairs = new WoundRepairs(visit);
        return visit.notes().stream()
                .map(repairs::of)
                .filter(told -> !told.codes().isEmpty())
                .max(Comparator.comparingDouble(Repairs::centimeters))
                .orElseGet(() -> repairs.of(
                        new Span(0, visit.text().length()))) // one describes the wound, another how it was closed
                .codes();
    }

    /** What one note tells. */
    private record Repairs(double centimeters, List<Procedure> codes) {
        static final Repairs NONE = new Repairs(0, List.of());
    }

    private Repairs of(Span note) {
        if (!WOUND.matcher(visit.text()).find()) {
            return Repairs.NONE;
        }
        var sentences = sentences(visit.text(), note);
        var closed = sentences.stream().filter(this::isClosed).toList();
        if (closed.isEmpty()) {
            return Repairs.NONE;
        }
        var described = sentences.stream()
                .filter(sentence -> WOUND.matcher(words(sentence)).find())
                .toList();
        var closings = closings(closed, described);
        var all = closed.stream().map(this::words).collect(Collectors.joining("\n"));
        if (ADHESIVE.matcher(all).find() && !isStitched(all) && visit.medicare()) {
            return adhesive(closed.get(0), closings);
        }
        var sums = new TreeMap<Repair, Map<Repair.Group, Sum>>(Comparator.reverseOrder());
        var place = sites(described);
        closings.forEach(closing -> add(closing, place, sums));
        return new Repairs(
                sums.values().stream()
                        .flatMap(groups -> groups.values().stream())
                        .mapToDouble(sum -> sum.centimeters)
                        .sum(),
                codes(sums));
    }

    private boolean isClosed(Span sentence) {
        var words = words(sentence);
        var closed = CLOSED.matcher(visit.text()).region(sentence.start(), sentence.end());
        return closed.find()
                && Done.isDone(visit.text(), closed.start(), closed.end())
                && !REMOVED.matcher(words).find()
                && (isStitched(words)
                        || ADHESIVE.matcher(words).find()
                        || !STRIPS.matcher(words).find())
                && (LACERATION.matcher(words).find()
                        || LAYERS.matcher(words).find()
                        || COMPLEX.matcher(words).find()
                        || !closesOperations && !OPERATION.matcher(words).find());
    }

    /** Not where it needed none. */
    private static boolean isStitched(String words) {
        return STITCHED.matcher(words).results().anyMatch(said -> Done.isDone(words, said.start(), said.end()));
    }

    /** The lengths are told where the wounds are closed, else where they are described; the same wound only once. */
    private List<Closing> closings(List<Span> closed, List<Span> described) {
        var closings = new ArrayList<Closing>();
        var before = new StringBuilder();
        var known = new ArrayList<Wound>();
        for (var sentence : closed) {
            var wounds = Wound.in(visit.text(), sentence).stream()
                    .filter(wound -> known.stream().noneMatch(wound::isAgain))
                    .toList();
            if (!wounds.isEmpty()) {
                closings.add(new Closing(wounds, new StringBuilder(before)));
                before.setLength(0);
            }
            (closings.isEmpty() ? before : closings.get(closings.size() - 1).words())
                    .append(words(sentence))
                    .append('\n');
            known.addAll(wounds);
        }
        if (closings.isEmpty()) {
            var wounds = described.stream()
                    .flatMap(sentence -> Wound.in(visit.text(), sentence).stream())
                    .toList();
            closings.add(new Closing(wounds, before));
        }
        return closings;
    }

    /** Where the wounds are whose sentence does not say it; null where that is left open. */
    private Site.@Nullable Region sites(List<Span> described) {
        var regions = described.stream()
                .flatMap(sentence -> Site.in(words(sentence)).stream())
                .map(Site::region)
                .distinct()
                .toList();
        return regions.size() == 1
                ? regions.get(0)
                : Wound.region(visit.problems()).orElse(null);
    }

    private void add(Closing closing, Site.@Nullable Region elsewhere, Map<Repair, Map<Repair.Group, Sum>> sums) {
        for (var wound : closing.wounds()) {
            var kind = kind(wound.words(), closing.words());
            var region = wound.site() == null ? elsewhere : wound.site().region();
            var isShort = kind == Repair.COMPLEX && wound.centimeters() <= Repair.SHORTEST_COMPLEX;
            var coded = isShort ? Repair.LAYERED : kind;
            var sum = sums.computeIfAbsent(coded, first -> new TreeMap<>())
                    .computeIfAbsent(coded.group(region == null ? Site.Region.ARM_LEG : region), first -> new Sum());
            sum.add(wound);
            if (region == null) {
                sum.doubt("The note does not say where the wound is", "where each wound is");
            } else if (isShort) {
                sum.doubt(
                        "A complex repair of up to %s cm is coded as a simple or layered one"
                                .formatted(Repair.SHORTEST_COMPLEX),
                        "how each wound was closed");
            } else if (kind == Repair.COMPLEX
                    && !MADE_COMPLEX.matcher(closing.words()).find()) {
                sum.doubt(
                        "The note does not say what made the repair complex",
                        "what made the repair complex, e.g. how far the edges were undermined");
            }
        }
    }

    /** What is said of the wound itself goes before what is said of all. */
    private static Repair kind(String own, CharSequence all) {
        for (var words : List.of(own, all)) {
            if (COMPLEX.matcher(words).find()) {
                return Repair.COMPLEX;
            }
            if (LAYERS.matcher(words).find()) {
                return Repair.LAYERED;
            }
            if (SIMPLE.matcher(words).find()) {
                return Repair.SIMPLE;
            }
        }
        return Repair.SIMPLE;
    }

    /** One unit, however many wounds and wherever. Source: HCPCS Level II, G0168. */
    private static Repairs adhesive(Span said, List<Closing> closings) {
        var centimeters = closings.stream()
                .flatMap(closing -> closing.wounds().stream())
                .mapToDouble(Wound::centimeters)
                .sum();
        return new Repairs(
                centimeters,
                List.of(OfficeProcedures.procedure(
                                "G0168",
                                "Closure of wounds by tissue adhesive alone, Medicare",
                                1,
                                said.start(),
                                said.end(),
                                Procedure.not(
                                        "12001", "there it takes sutures or staples, or another payer than Medicare"),
                                "Medicare has a code of its own for closure by adhesive alone")
                        .in("hcpcs")));
    }

    /** The repair that took most comes first, each other one is told apart from it. Source: CPT, repair (closure): modifier 59 on the less complicated. */
    private static List<Procedure> codes(Map<Repair, Map<Repair.Group, Sum>> sums) {
        var codes = new ArrayList<Procedure>();
        sums.forEach((kind, groups) -> groups.forEach((group, sum) -> {
            var other = !codes.isEmpty();
            var found = OfficeProcedures.procedure(
                    group.code(sum.centimeters),
                    kind.title() + group.where(),
                    1,
                    sum.start,
                    sum.end,
                    group.neighbour(sum.centimeters),
                    sum.centimeters + " cm altogether");
            codes.add(marked(found, sum, other));
            var further = kind.further(sum.centimeters);
            if (further > 0) {
                codes.add(marked(
                        OfficeProcedures.procedure(
                                group.further(),
                                kind.title() + group.where() + ", each further five centimeters",
                                further,
                                sum.start,
                                sum.end,
                                Procedure.not(group.code(sum.centimeters), "that is of the first 7.5 cm"),
                                sum.centimeters + " cm altogether"),
                        sum,
                        false));
            }
        }));
        return codes;
    }

    private static Procedure marked(Procedure found, Sum sum, boolean other) {
        var line = sum.doubt == null ? found : found.doubted(DOUBTFUL, sum.doubt, sum.missing);
        return other ? line.withModifier("59", "Beside a repair that took more, or of other places") : line;
    }

    private String words(Span place) {
        return visit.text().substring(place.start(), place.end());
    }

    /** Places of the sentences; the point of a number ends none. */
    private static List<Span> sentences(String text, Span note) {
        var sentences = new ArrayList<Span>();
        var start = note.start();
        for (var at = start; at <= note.end(); at++) {
            var ends = at == note.end()
                    || text.charAt(at) == '\n'
                    || text.charAt(at) == '.' && (at + 1 == note.end() || Character.isWhitespace(text.charAt(at + 1)));
            if (ends) {
                sentences.add(new Span(start, at));
                start = Math.min(at + 1, note.end());
            }
        }
        return sentences;
    }
}
