package org.superbill.coding.codeindex;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index as names of codes: each path of terms is a way in which people call what the code at its end stands for. */
@ApplicationScoped
public class IndexNames {
    /** What the columns of the tables are called in a name, and the other words for it that may be matched as well. */
    private static final Map<String, String> COLUMN_NAMES = Map.ofEntries(
            Map.entry("malignant primary", "malignant neoplasm"),
            Map.entry("malignant secondary", "secondary malignant neoplasm"),
            Map.entry("benign", "benign neoplasm"),
            Map.entry("uncertain behavior", "neoplasm of uncertain behavior"),
            Map.entry("unspecified behavior", "neoplasm of unspecified behavior"));

    private static final Map<String, String> COLUMN_ASIDE = Map.ofEntries(
            Map.entry("malignant primary", "cancer primary"),
            Map.entry("malignant secondary", "cancer metastatic metastasis"),
            Map.entry("carcinoma in situ", "cancer neoplasm"),
            Map.entry("benign", "tumor"),
            Map.entry("unspecified behavior", "tumor mass growth"),
            Map.entry("poisoning, accidental", "unintentional overdose"),
            Map.entry("poisoning, intentional self-harm", "suicide attempt overdose"),
            Map.entry("poisoning, undetermined", "overdose"),
            Map.entry("adverse effect", "side reaction"));

    private static final List<ShippedIndex> SHIPPED = ShippedIndex.all();

    private final CodeIndexStore store;

    IndexNames(CodeIndexStore store) {
        this.store = store;
    }

    /**
     * One name.
     *
     * @param reference whether the term only says where else to look, and the code is that of the other term
     * @param code stored form; of a printed code with a dash what stands before it
     * @param text the path
     * @param aside what may be in the record or not
     */
    public record IndexName(CodeIndexTable table, boolean reference, String code, String text, String aside) {}

    /** Changes when the names do. */
    public String version() {
        return newest().stream().map(CodeIndexRelease::sha256).collect(Collectors.joining(" "));
    }

    /** Every name of the newest release of each part. */
    public void each(Consumer<IndexName> consumer) {
        for (var release : newest()) {
            var terms = new ArrayList<IndexTerm>(release.terms());
            store.each(release.id(), terms::add);
            names(release.table(), terms).forEach(consumer);
        }
    }

    /** Of each part the newest that begins before a day, unless that is one that ships: a resource of this build. */
    public List<CodeIndexRelease> loadedBefore(LocalDate day) {
        var newest = new EnumMap<CodeIndexTable, CodeIndexRelease>(CodeIndexTable.class);
        store.releases().stream()
                .filter(release -> release.effectiveFrom().isBefore(day))
                .forEach(release -> newest.put(release.table(), release));
        return newest.values().stream().filter(release -> !ships(release)).toList();
    }

    private static boolean ships(CodeIndexRelease release) {
        return SHIPPED.stream()
                .anyMatch(shipped ->
                        shipped.table() == release.table() && shipped.release().equals(release.label()));
    }

    /** As it ships: rows of level, title, modifiers, see, see also, and the codes parted by semicolons. */
    public List<String[]> rows(CodeIndexRelease release) {
        var terms = new ArrayList<IndexTerm>(release.terms());
        store.each(release.id(), terms::add);
        return CompactIndex.write(terms)
                .lines()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private List<CodeIndexRelease> newest() {
        var newest = new EnumMap<CodeIndexTable, CodeIndexRelease>(CodeIndexTable.class);
        store.releases().forEach(release -> newest.put(release.table(), release));
        return List.copyOf(newest.values());
    }

    /** @param terms in index order */
    static Stream<IndexName> names(CodeIndexTable table, List<IndexTerm> terms) {
        var paths = new IndexPaths(terms);
        var names = new ArrayList<IndexName>();
        for (var i = 0; i < terms.size(); i++) {
            if (table.columns().isEmpty()) {
                plain(table, terms, paths, i, names);
            } else {
                columns(table, terms.get(i), paths, i, names);
            }
        }
        return names.stream();
    }

    private static void plain(
            CodeIndexTable table, List<IndexTerm> terms, IndexPaths paths, int place, List<IndexName> names) {
        var term = terms.get(place);
        var path = paths.path(place);
        var aside = paths.modifiers(place);
        if (term.hasCode()) {
            names.add(new IndexName(table, false, IndexTerm.stored(term.codes().get(0)), path, aside));
        } else if (term.see() != null) {
            Arrays.stream(term.see().split(";"))
                    .flatMap(reference -> paths.find(reference).stream())
                    .map(terms::get)
                    .filter(IndexTerm::hasCode)
                    .map(other -> IndexTerm.stored(other.codes().get(0)))
                    .distinct()
                    .forEach(code -> names.add(new IndexName(table, true, code, path, aside)));
        }
    }

    private static void columns(
            CodeIndexTable table, IndexTerm term, IndexPaths paths, int place, List<IndexName> names) {
        for (var column = 0; column < term.codes().size(); column++) {
            if (!term.codes().get(column).isEmpty()) {
                var title = table.columns().get(column);
                var what = COLUMN_NAMES.getOrDefault(title, title);
                var path = paths.path(place).replaceFirst("^Neoplasm, neoplastic(, )?", "");
                names.add(new IndexName(
                        table,
                        false,
                        IndexTerm.stored(term.codes().get(column)),
                        table == CodeIndexTable.NEOPLASMS ? what + ", " + path : path + ", " + what,
                        (COLUMN_ASIDE.getOrDefault(title, "") + " " + paths.modifiers(place)).strip()));
            }
        }
    }
}
