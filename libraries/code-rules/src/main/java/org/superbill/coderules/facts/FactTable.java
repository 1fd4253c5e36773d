package org.superbill.coderules.facts;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Terminology;

/** All that is known of codes. Immutable: a new release means a new table, which may share what has not changed. */
public final class FactTable implements CodeFacts {
    private final Map<Terminology, TermTable> tables = new EnumMap<>(Terminology.class);
    /** Newest first. */
    private final Map<CodeListKind, List<CodeList>> lists;

    public FactTable(Collection<TermTable> tables, Collection<CodeList> lists) {
        tables.forEach(table -> this.tables.put(table.terminology(), table));
        this.lists = lists.stream()
                .sorted(Comparator.comparing(CodeList::effectiveFrom).reversed())
                .collect(groupingBy(CodeList::kind));
    }

    @Override
    public @Nullable CodeFact find(Terminology terminology, String code, LocalDate on) {
        var table = tables.get(terminology);
        return table == null ? null : table.find(code, on);
    }

    @Override
    public boolean covers(Terminology terminology, LocalDate on) {
        var table = tables.get(terminology);
        return table != null && table.covers(on);
    }

    @Override
    public boolean isPastItsYear(Terminology terminology, LocalDate on) {
        var table = tables.get(terminology);
        return table != null && table.isPastItsYear(on);
    }

    @Override
    public @Nullable CodeList listed(CodeListKind kind, String code, LocalDate on) {
        var list = judging(kind, on);
        return list != null && list.codes().contains(code) ? list : null;
    }

    @Override
    public boolean has(CodeListKind kind) {
        return lists.containsKey(kind);
    }

    /** The newest list that was published for the day or before; for days before all of them the oldest, which is nearest. */
    private @Nullable CodeList judging(CodeListKind kind, LocalDate on) {
        @Nullable CodeList nearest = null;
        for (var list : lists.getOrDefault(kind, List.of())) {
            nearest = list;
            if (!list.effectiveFrom().isAfter(on)) {
                break;
            }
        }
        return nearest;
    }
}
