package org.superbill.coding.codefact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.DiagnosisTable;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactTable;
import org.superbill.coderules.facts.TabularList;
import org.superbill.coderules.facts.TermTable;
import org.superbill.coding.codesystem.ActiveReleases;
import org.superbill.coding.codesystem.CodeRelease;
import org.superbill.coding.codesystem.CodeSpan;
import org.superbill.coding.codesystem.Releases;

/** Builds the facts in memory; a code system that has not changed keeps its table. One thread at a time. */
final class FactBuilding {
    private final Map<Terminology, Built<TermTable>> tables = new EnumMap<>(Terminology.class);
    private final Map<Long, List<CodeList>> lists = new LinkedHashMap<>();
    /** Of two of the same day the one that was loaded last goes first. */
    private final Map<Long, TabularList> tabular = new TreeMap<>(Comparator.reverseOrder());

    private String editionsKey = "";

    /** What was made, and of what. */
    private record Built<T>(String key, T value) {}

    /** Where the codes of a system come from. */
    interface Spans {
        void each(Releases releases, Consumer<CodeSpan> consumer);
    }

    /** @return whether anything has changed */
    boolean refresh(
            ActiveReleases active, Spans spans, List<LoadedEdition> editions, Function<LoadedEdition, Edition> read) {
        var changed = refreshEditions(editions, read);
        for (var terminology : Terminology.values()) {
            changed |= refreshTable(terminology, releases(active, terminology), spans);
        }
        return changed;
    }

    CodeFacts facts() {
        return new FactTable(
                tables.values().stream().map(Built::value).toList(),
                lists.values().stream().flatMap(List::stream).toList());
    }

    /** Every edition: the date says which of them judges. */
    private boolean refreshEditions(List<LoadedEdition> editions, Function<LoadedEdition, Edition> read) {
        var key = ids(editions.stream().map(LoadedEdition::id));
        if (key.equals(editionsKey)) {
            return false;
        }
        var inUse = editions.stream().map(LoadedEdition::id).toList();
        lists.keySet().retainAll(inUse);
        tabular.keySet().retainAll(inUse);
        for (var edition : editions) {
            if (edition.kind().equals(TabularXmlFile.KIND)) {
                tabular.computeIfAbsent(edition.id(), id -> read.apply(edition).tabular());
            } else {
                lists.computeIfAbsent(edition.id(), id -> read.apply(edition).lists());
            }
        }
        editionsKey = key;
        return true;
    }

    private static String ids(Stream<Long> ids) {
        return ids.map(id -> Long.toString(id)).collect(Collectors.joining(" "));
    }

    private boolean refreshTable(Terminology terminology, List<Releases> releases, Spans spans) {
        var key = key(releases) + (terminology == Terminology.ICD_10_CM ? ids(tabular.keySet().stream()) : "");
        var old = tables.get(terminology);
        if (releases.size() < terminology.systems().size()) {
            return tables.remove(terminology) != null;
        }
        if (old != null && old.key().equals(key)) {
            return false;
        }
        tables.put(terminology, new Built<>(key, build(terminology, releases, spans)));
        return true;
    }

    private TermTable build(Terminology terminology, List<Releases> releases, Spans spans) {
        if (terminology == Terminology.ICD_10_CM) {
            var table = new DiagnosisTable(tabular.values());
            releases.forEach(system -> spans.each(system, span -> table.add(known(span))));
            return table.build();
        }
        var table = new TermTable.Builder(terminology);
        releases.forEach(system -> spans.each(system, span -> table.add(known(span))));
        return table.build();
    }

    private static org.superbill.coderules.facts.CodeSpan known(CodeSpan span) {
        return new org.superbill.coderules.facts.CodeSpan(
                span.code(), span.billable(), span.longDescription(), span.from(), span.to());
    }

    /** Of the systems that the terminology is made of, those that have a release. */
    private static List<Releases> releases(ActiveReleases active, Terminology terminology) {
        var found = new ArrayList<Releases>();
        for (var releases : active.bySystem()) {
            if (terminology.systems().contains(releases.system().id())
                    && !releases.oldestFirst().isEmpty()) {
                found.add(releases);
            }
        }
        return found;
    }

    private static String key(List<Releases> releases) {
        return releases.stream()
                .flatMap(system -> system.oldestFirst().stream())
                .map(FactBuilding::key)
                .collect(Collectors.joining("\n"));
    }

    private static String key(CodeRelease release) {
        return release.id() + " " + release.effectiveFrom() + " " + release.sha256();
    }
}
