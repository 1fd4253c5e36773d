package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Neoplasm Table: a word for what a growth is (carcinoma, metastasis, tumor) and a site near it give the row and the column. Source: ICD-10-CM Official
 * Guidelines I.C.2.
 */
final class Neoplasms {
    private static final int PRIMARY = 1;
    private static final int SECONDARY = 2;
    private static final int IN_SITU = 3;
    private static final int BENIGN = 4;
    private static final int UNSPECIFIED = 6;
    /** Where a code of the skin says which kind of tumor it is: 0 is unspecified, 1 basal cell carcinoma. */
    private static final int KIND = 4;

    /** A longer path is known by its end: nobody writes "large intestine, colon, ascending". */
    private static final int WHOLE = 3;

    private static final int REACH_BACK = 5;
    private static final int REACH_AHEAD = 8;
    private static final double VALUE = 3.5;

    private static final Map<String, Integer> HEADS = Map.ofEntries(
            Map.entry("cancer", PRIMARY),
            Map.entry("ca", PRIMARY),
            Map.entry("carcinoma", PRIMARY),
            Map.entry("adenocarcinoma", PRIMARY),
            Map.entry("adenoma", BENIGN),
            Map.entry("osteosarcoma", PRIMARY),
            Map.entry("chondrosarcoma", PRIMARY),
            Map.entry("malignant", PRIMARY),
            Map.entry("metastasis", SECONDARY),
            Map.entry("tumor", UNSPECIFIED),
            Map.entry("neoplasm", UNSPECIFIED));

    /** A growth that is not named yet; what is named nearby later is of its site. */
    private static final Set<String> MASSES = Set.of(
            "mass", "tumor", "lesion", "nodule", "neoplasm", "lump", "ulcer", "polyp", "swelling", "growth", "plaque");

    private static final Set<String> OF_BONE = Set.of("osteosarcoma", "chondrosarcoma");

    /** Behind these something else begins: "malignancy with acute kidney failure" is none of the kidney. */
    private static final Set<String> PARTING =
            Set.of("with", "due", "causing", "caused", "compressing", "who", "which");

    private static final Set<String> GUESSES =
            Set.of("possible", "possibly", "probable", "suspicious", "suspected", "concerning", "rule");

    /** Ends of paths that name no place by themselves: "carcinoma, upper", which the table has under the gum, "lower, squamous cell carcinoma" under the limb. */
    private static final Set<String> NO_SITE = Set.of(
            "upper lower middle anterior posterior lateral medial inner outer inferior superior carcinoma squamous basal cell specified type wall part third surface"
                    .split(" "));

    private final Dictionary sites;
    private final List<String[]> rows;

    /** @param rows path of the site, and six codes: malignant primary and secondary, in situ, benign, uncertain, unspecified */
    Neoplasms(Reader reader, List<String[]> rows) {
        this.rows = rows;
        var builder = new Dictionary.Builder();
        for (var i = 0; i < rows.size(); i++) {
            for (var words : NeoplasmSites.words(reader, rows.get(i)[0])) {
                builder.add(words, Integer.toString(i), Source.NEOPLASM_TABLE, rows.get(i)[0]);
            }
        }
        for (var i = 0; i < rows.size(); i++) { // behind all whole paths, which come first
            var parts = rows.get(i)[0].split(" > ");
            if (parts.length > WHOLE
                    && !parts[1].startsWith("lymph")) { // "gland, parotid" is the gland, not the nodes about it
                var end = String.join(" > ", "", parts[parts.length - 2], parts[parts.length - 1]);
                for (var words : NeoplasmSites.words(reader, end)) {
                    if (words.size() > 1 && !NO_SITE.containsAll(words)) {
                        builder.add(words, Integer.toString(i), Source.NEOPLASM_TABLE, rows.get(i)[0]);
                    }
                }
            }
        }
        sites = builder.build();
    }

    /** Where a mass was, for a diagnosis that a later sentence gives. */
    record Site(int row, int sentence) {}

    /**
     * @param mass the site of an unnamed growth of the sentences before, or null
     * @return matches whose target is the code of the table
     */
    List<Dictionary.Match> find(Reading reading, @Nullable Site mass) {
        var found = new ArrayList<Dictionary.Match>();
        List<Dictionary.Match> candidates = null;
        for (var head = 0; head < reading.size(); head++) {
            var column = column(reading, head);
            if (column == 0) {
                continue;
            }
            var isBasal = isBasalCell(reading, head);
            var isOfBone = OF_BONE.contains(reading.get(head).word());
            if (candidates == null || isBasal || isOfBone) {
                candidates =
                        sites.candidates(isBasal ? ofSkin(reading, head) : isOfBone ? ofBone(reading, head) : reading);
            }
            if (column == SECONDARY && isOfPrimary(reading, head)) {
                spreadOf(found, candidates, reading, head, mass);
                continue;
            }
            var spread = column == PRIMARY ? Spread.at(reading, head) : -1;
            if (spread >= 0) {
                addAll(found, near(behind(candidates, head), reading, head + 1, SECONDARY), SECONDARY, spread, false);
            }
            var near = near(having(column, spread < 0 ? candidates : before(candidates, head)), reading, head, column);
            addAll(found, near, column, head, isBasal);
            if (near.isEmpty() && mass != null && isNamed(reading, head)) {
                add(found, mass.row(), column, head, new int[0], isBasal);
            }
        }
        return found;
    }

    /** Some rows are of metastases only: "colon, metastatic". */
    private List<Dictionary.Match> having(int column, List<Dictionary.Match> sites) {
        return sites.stream()
                .filter(site -> !rows.get(Integer.parseInt(site.term().target()))[column].isEmpty())
                .toList();
    }

    /** The word for the growth goes with the first of several sites. */
    private void addAll(
            List<Dictionary.Match> found, List<Dictionary.Match> sites, int column, int head, boolean isBasal) {
        for (var i = 0; i < sites.size(); i++) {
            var positions = sites.get(i).positions();
            var row = Integer.parseInt(sites.get(i).term().target());
            if (i == 0) {
                add(found, row, column, head, positions, isBasal);
            } else {
                add(found, row, column, positions[0], Arrays.copyOfRange(positions, 1, positions.length), isBasal);
            }
        }
    }

    private static List<Dictionary.Match> behind(List<Dictionary.Match> sites, int head) {
        return sites.stream().filter(site -> site.first() > head).toList();
    }

    private static List<Dictionary.Match> before(List<Dictionary.Match> sites, int head) {
        return sites.stream().filter(site -> site.last() < head).toList();
    }

    /** "Metastasis of a breast carcinoma": the site behind it is the primary's. */
    private static boolean isOfPrimary(Reading reading, int head) {
        if (head + 1 >= reading.size()
                || !Set.of("of", "from").contains(reading.get(head + 1).plain())) {
            return false;
        }
        for (var i = head + 2; i <= Math.min(head + 6, reading.size() - 1); i++) {
            if (HEADS.getOrDefault(reading.get(i).word(), 0) == PRIMARY) {
                return true;
            }
            if (Set.of(",", ";", ".", "and").contains(reading.get(i).plain())) {
                return false;
            }
        }
        return false;
    }

    /** It is where the growth was seen: before it in the sentence, else in a sentence before. */
    private void spreadOf(
            List<Dictionary.Match> found,
            List<Dictionary.Match> candidates,
            Reading reading,
            int head,
            @Nullable Site mass) {
        var before = candidates.stream().filter(site -> site.last() < head).toList();
        var best = Dictionary.best(new ArrayList<>(before), reading);
        if (!best.isEmpty()) {
            var site = best.get(best.size() - 1);
            add(found, Integer.parseInt(site.term().target()), SECONDARY, head, site.positions(), false);
        } else if (mass != null) {
            add(found, mass.row(), SECONDARY, head, new int[0], false);
        }
    }

    /** The site of a growth that the sentence does not name: "a mass in the head of the pancreas". */
    @Nullable
    Integer mass(Reading reading) {
        for (var i = 0; i < reading.size(); i++) {
            if (MASSES.contains(reading.get(i).word())) {
                var near = near(sites.candidates(reading), reading, i, PRIMARY);
                return near.isEmpty()
                        ? null
                        : Integer.valueOf(near.get(0).term().target());
            }
        }
        return null;
    }

    private static boolean isBasalCell(Reading reading, int head) {
        return head > 1
                && reading.get(head).word().equals("carcinoma")
                && reading.get(head - 1).word().equals("cell")
                && reading.get(head - 2).word().equals("basal");
    }

    /** A basal cell carcinoma is one of the skin, whether or not the note says so: "basal cell" stands for it. */
    private static Reading ofSkin(Reading reading, int head) {
        var items = new ArrayList<>(reading.items());
        var basal = items.get(head - 2);
        items.set(head - 2, new Reading.Item(basal.plain(), "skin", basal.start(), basal.end(), basal.cost()));
        for (var at = head - 1; at <= head; at++) {
            var item = items.get(at);
            items.set(at, new Reading.Item(item.plain(), item.word(), item.start(), item.end(), 0));
        }
        return new Reading(items);
    }

    /** An osteosarcoma is one of bone: the table has the femur under it. */
    private static Reading ofBone(Reading reading, int head) {
        var items = new ArrayList<>(reading.items());
        var item = items.get(head);
        items.set(head, new Reading.Item(item.plain(), "bone", item.start(), item.end(), 0));
        return new Reading(items);
    }

    private static boolean isNamed(Reading reading, int head) {
        var word = reading.get(head).word();
        return word.equals("carcinoma") || word.equals("adenocarcinoma") || word.equals("adenoma");
    }

    private static int column(Reading reading, int head) {
        var item = reading.get(head);
        var column = HEADS.getOrDefault(item.word(), 0);
        if (column == 0) {
            return 0;
        }
        if (item.word().equals("malignant")) {
            var next = head + 1 < reading.size() ? reading.get(head + 1).word() : "";
            return next.equals("tumor") || next.equals("neoplasm")
                    ? PRIMARY
                    : item.plain().startsWith("malignanc") ? PRIMARY : 0;
        }
        var before = head > 0 ? reading.get(head - 1).word() : "";
        if (column == UNSPECIFIED) {
            if (before.equals("benign")) {
                return BENIGN;
            }
            return before.equals("malignant") || before.equals("stromal") || before.equals("carcinoid")
                    ? 0
                    : UNSPECIFIED;
        }
        if (column == PRIMARY
                && head + 2 < reading.size()
                && reading.get(head + 2).plain().equals("situ")) {
            return IN_SITU;
        }
        if (column == SECONDARY && isPrimaryThatSpread(reading, head)) {
            return 0;
        }
        return column;
    }

    /** "Metastatic breast cancer" is a cancer of the breast. */
    private static boolean isPrimaryThatSpread(Reading reading, int head) {
        if (!reading.get(head).plain().equals("metastatic")) {
            return false;
        }
        for (var i = head + 1; i <= Math.min(head + 4, reading.size() - 1); i++) {
            if (reading.get(i).plain().equals("to")) {
                return false;
            }
            if (HEADS.getOrDefault(reading.get(i).word(), 0) == PRIMARY) {
                return true;
            }
        }
        return false;
    }

    /** The best site for a primary; all that are listed for metastases. */
    private static List<Dictionary.Match> near(List<Dictionary.Match> sites, Reading reading, int head, int column) {
        var reachable = new ArrayList<Dictionary.Match>();
        for (var site : sites) {
            var distance = site.last() < head ? head - site.last() : site.first() - head;
            var reach = site.last() < head ? REACH_BACK : REACH_AHEAD;
            if (distance <= reach
                    && isOneIdea(reading, Math.min(site.first(), head), Math.max(site.last(), head), column)) {
                reachable.add(site);
            }
        }
        var best = Dictionary.best(reachable, reading);
        if (best.isEmpty()) {
            return best;
        }
        if (column == SECONDARY) {
            return spread(best, head);
        }
        var nearest = best.stream()
                .min(Comparator.comparingDouble(site -> distance(site, head) - site.value()))
                .orElseThrow();
        return column == PRIMARY ? withAnother(best, nearest, reading) : List.of(nearest);
    }

    /** "Carcinoma of the endometrium and of the ovary" are two. */
    private static List<Dictionary.Match> withAnother(
            List<Dictionary.Match> sites, Dictionary.Match nearest, Reading reading) {
        for (var site : sites) {
            if (site.first() > nearest.last() + 2
                    && reading.get(nearest.last() + 1).plain().equals("and")
                    && reading.get(nearest.last() + 2).plain().equals("of")
                    && site.first() - nearest.last() <= 5) {
                return List.of(nearest, site);
            }
        }
        return List.of(nearest);
    }

    /** "Liver and lung metastases", else "metastases to liver and lung". */
    private static List<Dictionary.Match> spread(List<Dictionary.Match> sites, int head) {
        var before = new ArrayList<Dictionary.Match>();
        var next = head;
        for (var i = sites.size() - 1; i >= 0; i--) {
            var site = sites.get(i);
            if (site.last() < head && next - site.last() <= (next == head ? 1 : 2)) {
                before.add(site);
                next = site.first();
            }
        }
        return before.isEmpty()
                ? sites.stream().filter(site -> site.first() > head).toList()
                : before;
    }

    private static double distance(Dictionary.Match site, int head) {
        return site.last() < head ? head - site.last() : site.first() < head ? 0 : site.first() - head + 0.5;
    }

    private static boolean isOneIdea(Reading reading, int from, int to, int column) {
        for (var i = from; i <= to; i++) {
            var plain = reading.get(i).plain();
            if (reading.get(i).cost() > 1 && !plain.equals(".") && !plain.equals(":")
                    || i > from && i < to && PARTING.contains(plain)
                    || i > from && i < to && column == PRIMARY && isGuessOfMass(reading, from, i)
                    || plain.equals(",") && column != SECONDARY && i > from && i - from > 3) {
                return false;
            }
        }
        return true;
    }

    /** "Pulmonary nodule, possible malignancy": the nodule is there, what it is nobody knows. */
    private static boolean isGuessOfMass(Reading reading, int from, int at) {
        if (!GUESSES.contains(reading.get(at).plain())) {
            return false;
        }
        for (var i = Math.max(0, from - 2); i < at; i++) {
            if (MASSES.contains(reading.get(i).word())) {
                return true;
            }
        }
        return false;
    }

    private void add(List<Dictionary.Match> found, int row, int column, int head, int[] site, boolean isBasalCell) {
        var code = rows.get(row)[column];
        if (code.isEmpty()) {
            return;
        }
        if (isBasalCell && code.startsWith("C44") && code.length() > KIND && code.charAt(KIND) == '0') {
            code = code.substring(0, KIND) + '1' + code.substring(KIND + 1);
        }
        var positions = new int[site.length + 1];
        System.arraycopy(site, 0, positions, 0, site.length);
        positions[site.length] = head;
        Arrays.sort(positions);
        var term = new Term(new int[positions.length], code, Source.NEOPLASM_TABLE, rows.get(row)[0]);
        found.add(new Dictionary.Match(term, positions, 0.5, VALUE + positions.length));
    }
}
