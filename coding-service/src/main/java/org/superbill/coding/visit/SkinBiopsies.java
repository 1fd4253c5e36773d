package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Biopsies of skin by technique and number: the first is of the technique that goes deepest, all others are beside it. Places with a biopsy of their own have its number.
 * Source: CPT, biopsy of skin, in our own words.
 */
final class SkinBiopsies {
    private static final String BIOPSY = "(?:bx|biops(?:y|ies|ied))";
    private static final Pattern SEVERAL = Pattern.compile("(?i)\\bbiopsies\\b");
    private static final Counts COUNTS = new Counts("(?:skin )?(?:bx|biops(?:y|ies))|lesions?");

    /** What is biopsied in other ways, or under other numbers by how it is reached. */
    private static final Pattern NO_SKIN = Pattern.compile(
            "(?i)\\b(?:cervi(?:x|cal)|vagina\\w*|endometri\\w*|an(?:us|al)|rect\\w+|breast mass|muscle|bone|nerve|node|prostate|colposcop\\w*|oral|mouth|gum|gingiva\\w*|palate)\\b");

    private static final Map<String, Pattern> OF_THEIR_OWN = Map.of(
            "56605", Pattern.compile("(?i)\\b(?:vulva\\w*|labia\\w*|labium|perineum)\\b"),
            "54100", Pattern.compile("(?i)\\b(?:penis|penile|glans)\\b"),
            "40490", Pattern.compile("(?i)\\blips?\\b"),
            "41100", Pattern.compile("(?i)\\btongue\\b"),
            "67810", Pattern.compile("(?i)\\b(?:eyelids?|lid margin)\\b"),
            "69100", Pattern.compile("(?i)\\b(?:ears?|earlobes?|helix|auricle|pinna)\\b"),
            "11755", Pattern.compile("(?i)\\bnail (?:unit|bed|plate|matrix)\\b"));

    /** A technique, the deepest first. */
    private enum Technique {
        INCISION(
                "11106",
                "11107",
                "Incisional biopsy of skin",
                "incisional (?:skin )?" + BIOPSY + "(?= of (?:the |a )?(?:skin|lesion|rash|nodule))|incisional skin "
                        + BIOPSY),
        PUNCH("11104", "11105", "Punch biopsy of skin", "punch (?:skin )?" + BIOPSY + "|" + BIOPSY + " by punch"),
        SHAVE(
                "11102",
                "11103",
                "Shave biopsy of skin",
                "(?:tangential|shave|scoop|saucerization) (?:skin )?" + BIOPSY + "|" + BIOPSY
                        + " by (?:shave|tangential)\\w*");

        private final String first;
        private final String further;
        private final String title;
        private final Pattern said;

        Technique(String first, String further, String title, String said) {
            this.first = first;
            this.further = further;
            this.title = title;
            this.said = Pattern.compile("(?i)\\b(?:" + said + ")\\b");
        }
    }

    /** Lesions of one technique. */
    private static final class Told {
        private final Set<String> places = new LinkedHashSet<>();
        private final List<Span> said = new ArrayList<>();
        private int counted;
        private boolean several;

        int lesions() {
            return Math.max(1, Math.max(counted, places.size()));
        }

        boolean isOpen() {
            return several && lesions() == 1;
        }
    }

    private SkinBiopsies() {}

    static List<Procedure> of(String text) {
        var told = new LinkedHashMap<Technique, Told>();
        var found = new ArrayList<Procedure>();
        for (var technique : Technique.values()) {
            technique
                    .said
                    .matcher(text)
                    .results()
                    .filter(said -> Done.isDone(text, said.start(), said.end()))
                    .forEach(said -> read(text, said, technique, told, found));
        }
        lines(told, found);
        return found;
    }

    private static void read(
            String text, MatchResult said, Technique technique, Map<Technique, Told> told, List<Procedure> found) {
        var piece = piece(text, said);
        var words = text.substring(piece.afterAnother() ? said.start() : piece.start(), piece.end());
        if (NO_SKIN.matcher(words).find()) {
            return;
        }
        var own = OF_THEIR_OWN.entrySet().stream()
                .filter(place -> place.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .findFirst();
        if (own.isPresent()) {
            if (found.stream().noneMatch(line -> line.code().equals(own.get()))) {
                found.add(OfficeProcedures.procedure(
                        own.get(),
                        "Biopsy of a place that has a number of its own",
                        1,
                        said.start(),
                        said.end(),
                        Procedure.not(technique.first, "there it is of skin whose biopsy has no number of its own"),
                        "By its place"));
            }
            return;
        }
        var all = told.computeIfAbsent(technique, first -> new Told());
        all.said.add(new Span(said.start(), said.end()));
        all.counted = Math.max(
                all.counted,
                COUNTS.in(words)
                        .orElse(COUNTS.in(text.substring(piece.start(), piece.end()))
                                .orElse(0)));
        all.several |= SEVERAL.matcher(said.group()).find();
        Site.in(words).forEach(site -> all.places.add(site.side() + " " + site.noun()));
        all.places.removeIf(place -> place.startsWith(" ")
                && all.places.stream().anyMatch(other -> other.endsWith(place) && !other.equals(place)));
    }

    /** @param afterAnother whether it begins behind another biopsy: its first places are then that one's */
    private record Piece(int start, int end, boolean afterAnother) {}

    /** From the end of the sentence or of another biopsy before to that behind. */
    private static Piece piece(String text, MatchResult said) {
        var clause = Done.clause(text, said.start(), said.end());
        var at = text.lastIndexOf(clause, said.start());
        var start = at;
        var end = at + clause.length();
        for (var technique : Technique.values()) {
            var other = technique.said.matcher(text).region(at, at + clause.length());
            while (other.find()) {
                if (other.end() <= said.start()) {
                    start = Math.max(start, other.end());
                } else if (other.start() >= said.end()) {
                    end = Math.min(end, other.start());
                }
            }
        }
        return new Piece(start, end, start > at);
    }

    private static void lines(Map<Technique, Told> told, List<Procedure> found) {
        var deepest = told.keySet().stream().min(Comparator.naturalOrder());
        if (deepest.isEmpty()) {
            return;
        }
        var first = deepest.get();
        for (var technique : told.keySet()) {
            var all = told.get(technique);
            var further = all.lesions();
            if (technique == first) {
                found.add(line(technique.first, technique.title + ", first lesion", 1, all, nextTo(technique)));
                further--;
            }
            var title = technique.title + ", each further lesion";
            var neighbour = Procedure.not(technique.first, "that is of the first lesion of the visit");
            if (further > 0) {
                found.add(line(technique.further, title, further, all, neighbour));
            }
            if (all.isOpen()) {
                found.add(line(technique.further, title, 1, all, neighbour)
                        .doubted(0, "The note does not say how many", "how many lesions were biopsied, and where"));
            }
        }
    }

    private static String nextTo(Technique technique) {
        return technique == Technique.PUNCH
                ? Procedure.not("11102", "there it is a shave, along the skin")
                : Procedure.not("11104", "there it is a punch, through the whole skin");
    }

    private static Procedure line(String code, String title, int units, Told all, String neighbour) {
        var said = all.said.get(0);
        return OfficeProcedures.procedure(
                code,
                title,
                units,
                said.start(),
                said.end(),
                neighbour,
                "%d of this technique".formatted(all.lesions()));
    }
}
