package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.superbill.coding.cac.DataFile;

/**
 * Two operations of one visit that are paid beside each other where they were done at different places: the one that would be denied says so by its modifier, where the note
 * names the places. Source: NCCI Policy Manual (Medicare), chapter I, section E (59, XS); {@code visit/places-apart.tsv}.
 */
final class PlacesApart {
    private static final Set<List<String>> PAIRS = DataFile.rows("visit/places-apart.tsv").stream()
            .map(row -> List.of(row[0], row[1]))
            .collect(Collectors.toUnmodifiableSet());

    private PlacesApart() {}

    static List<Procedure> of(Visit visit, List<Procedure> lines) {
        return lines.stream()
                .map(line -> lines.stream()
                        .filter(paid -> PAIRS.contains(List.of(paid.code(), line.code())))
                        .findFirst()
                        .map(paid -> beside(visit, paid, line, lines))
                        .orElse(line))
                .toList();
    }

    /** A side, finger or toe that is on a line already tells the places apart. */
    private static Procedure beside(Visit visit, Procedure paid, Procedure line, List<Procedure> lines) {
        if (!paid.modifiers().isEmpty() || !line.modifiers().isEmpty()) {
            return line;
        }
        var one = sites(visit.text(), paid, lines);
        var other = sites(visit.text(), line, lines);
        var apart = !one.isEmpty()
                && !other.isEmpty()
                && one.stream().noneMatch(site -> other.stream().anyMatch(another -> areOne(site, another)));
        var modifier = visit.medicare() ? "XS" : "59";
        return apart
                ? line.withModifier(
                        modifier,
                        "Modifier %s: it was done at another place than %s, beside which it is not paid otherwise (NCCI)"
                                .formatted(modifier, paid.code()))
                : line.because(
                        "Hint: beside %s it is paid only where it was done at another place (modifier %s), and the note does not name two"
                                .formatted(paid.code(), modifier));
    }

    private static boolean areOne(Site site, Site other) {
        return site.noun().equals(other.noun())
                && (site.side().isEmpty()
                        || other.side().isEmpty()
                        || site.side().equals(other.side()));
    }

    /** Those in its clause, up to where the clause tells of another operation. */
    private static List<Site> sites(String text, Procedure line, List<Procedure> lines) {
        var sites = new ArrayList<Site>();
        for (var said : line.said()) {
            var clause = Done.clause(text, said.start(), said.end());
            var start = text.lastIndexOf(clause, said.start());
            var from = start;
            var to = start + clause.length();
            for (var other : lines) {
                var place = other.said().get(0);
                if (other.code().equals(line.code()) || place.equals(said)) {
                    continue;
                }
                if (place.end() <= said.start() && place.start() >= start) {
                    from = said.start(); // what stands before is the other one's
                } else if (place.start() >= said.end()) {
                    to = Math.min(to, place.start());
                }
            }
            sites.addAll(Site.in(text.substring(from, Math.max(said.end(), to))));
        }
        return sites;
    }
}
