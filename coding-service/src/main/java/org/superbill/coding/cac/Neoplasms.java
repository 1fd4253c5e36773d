package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Neoplasm Table: a word for what a growth is (carcinoma, metastasis, tumor) and a site near it give the row and the column. Source: ICD-10-CM Official
 * Guidelines I.C.2.
 */
final class Neoplasms {
    private static final int PRIMARY = NeoplasmHeads.PRIMARY;
    private static final int SECONDARY = NeoplasmHeads.SECONDARY;
    /** Where a code of the skin says which kind of tumor it is: 0 is unspecified, 1 basal cell carcinoma. */
    private static final int KIND = 4;

    /** A longer path is known by its end: nobody writes "large intestine, colon, ascending". */
    private static final int WHOLE = 3;

    private static final int REACH_BACK = 5;
    private static final int REACH_AHEAD = 8;
    private static final double VALUE = 3.5;

    /** Less what a match of the table costs: above any single word, below a longer phrase. */
    private static final double KIND_VALUE = 3.4;

    /** A growth that is not named yet; what is named nearby later is of its site. */
    private static final Set<String> MASSES = Set.of(
            "mass", "tumor", "lesion", "nodule", "neoplasm", "lump", "ulcer", "polyp", "swelling", "growth", "plaque");

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
    private final Morphologies morphologies;
    private final Map<String, Tissue> tissues = new HashMap<>();

    /**
     * A tissue that the table lists the sites of by itself.
     *
     * @param row for no site
     */
    private record Tissue(int row, Dictionary sites) {}

    /** @param rows path of the site, and six codes: malignant primary and secondary, in situ, benign, uncertain, unspecified */
    Neoplasms(Reader reader, List<String[]> rows, Morphologies morphologies) {
        this.rows = rows;
        this.morphologies = morphologies;
        morphologies.tissues().forEach(tissue -> tissue(reader, tissue));
        var builder = new Dictionary.Builder();
        for (var i = 0; i < rows.size(); i++) {
            for (var words : NeoplasmSites.words(reader, rows.get(i)[0])) {
                builder.add(words, Integer.toString(i), Source.NEOPLASM_TABLE, rows.get(i)[0]);
            }
        }
        for (var i = 0; i < rows.size(); i++) { // behind all whole paths, which come first
            var parts = rows.get(i)[0].split(" > ");
            if (parts.length > WHOLE
                    && !parts[parts.length - 1].endsWith(
                            "carcinoma") // of the skin, whose limb is only "lower" before it
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

    private void tissue(Reader reader, String tissue) {
        var builder = new Dictionary.Builder();
        var whole = -1;
        for (var i = 0; i < rows.size(); i++) {
            var path = rows.get(i)[0];
            var parts = path.split(" > ", 3);
            if (parts.length > 1 && parts[1].toLowerCase(Locale.ROOT).startsWith(tissue)) {
                if (parts.length == 2) {
                    whole = i;
                } else {
                    for (var words : NeoplasmSites.words(reader, " > " + parts[2])) {
                        builder.add(words, Integer.toString(i), Source.NEOPLASM_TABLE, path);
                    }
                }
            }
        }
        if (whole >= 0) {
            tissues.put(tissue, new Tissue(whole, builder.build()));
        }
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
            var column = NeoplasmHeads.column(reading, head);
            if (column == 0) {
                ofKind(found, reading, head, mass);
                continue;
            }
            var isBasal = NeoplasmHeads.isBasalCell(reading, head);
            if (candidates == null || isBasal) {
                candidates = sites.candidates(isBasal ? ofSkin(reading, head) : reading);
            }
            if (column == SECONDARY && NeoplasmHeads.isOfPrimary(reading, head)) {
                spreadOf(found, candidates, reading, head, mass);
                continue;
            }
            var spread = column == PRIMARY ? Spread.at(reading, head) : -1;
            if (spread >= 0) {
                addAll(found, near(behind(candidates, head), reading, head + 1, SECONDARY), SECONDARY, spread, false);
            }
            var near = near(having(column, spread < 0 ? candidates : before(candidates, head)), reading, head, column);
            addAll(found, near, column, head, isBasal);
            if (near.isEmpty() && mass != null && NeoplasmHeads.isNamed(reading, head)) {
                add(found, mass.row(), column, head, new int[0], isBasal);
            }
        }
        return found;
    }

    /**
     * A growth whose name says its tissue: by the tissue's own list; a site that this has not is the organ's. Source: Neoplasm Table, note under "connective tissue".
     */
    private void ofKind(List<Dictionary.Match> found, Reading reading, int head, @Nullable Site mass) {
        var kind = morphologies.kind(reading, head);
        if (kind == null) {
            return;
        }
        var tissue = tissues.get(kind.tissue());
        var near = tissue == null
                ? List.<Dictionary.Match>of()
                : near(tissue.sites().candidates(reading), reading, head, kind.column());
        if (near.isEmpty()) {
            near = near(sites.candidates(reading), reading, head, kind.column());
        }
        if (!near.isEmpty()) {
            var site = near.get(0);
            add(found, Integer.parseInt(site.term().target()), kind.column(), head, site.positions(), KIND_VALUE);
        } else if (tissue == null && mass != null) {
            add(found, mass.row(), kind.column(), head, new int[0], KIND_VALUE);
        } else if (tissue != null) {
            add(found, tissue.row(), kind.column(), head, new int[0], 1);
        }
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
        if (isBasalCell && code.startsWith("C44") && code.length() > KIND && code.charAt(KIND) == '0') {
            code = code.substring(0, KIND) + '1' + code.substring(KIND + 1);
        }
        add(found, row, code, head, site, VALUE + site.length + 1);
    }

    private void add(List<Dictionary.Match> found, int row, int column, int head, int[] site, double value) {
        add(found, row, rows.get(row)[column], head, site, value);
    }

    private void add(List<Dictionary.Match> found, int row, String code, int head, int[] site, double value) {
        if (code.isEmpty()) {
            return;
        }
        var positions = Arrays.copyOf(site, site.length + 1);
        positions[site.length] = head;
        Arrays.sort(positions);
        var term = new Term(new int[positions.length], code, Source.NEOPLASM_TABLE, rows.get(row)[0]);
        found.add(new Dictionary.Match(term, positions, 0.5, value));
    }
}
