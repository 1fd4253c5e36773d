package org.superbill.billing.coveragelist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The coverage lists of an organization, by procedure. Immutable. */
public final class CoverageLists {
    public static final CoverageLists NONE = new CoverageLists(List.of());

    private final Map<String, List<CoverageList>> byProcedure;

    /** @param lists of those with one number and payer the newer one ends the older one before its own first day */
    public CoverageLists(Collection<CoverageList> lists) {
        var found = new HashMap<String, List<CoverageList>>();
        for (var list : succeeded(lists)) {
            for (var procedure : list.byProcedure().keySet()) {
                found.merge(procedure, List.of(list), CoverageLists::joined);
            }
        }
        byProcedure = Map.copyOf(found);
    }

    private static List<CoverageList> succeeded(Collection<CoverageList> lists) {
        return lists.stream().map(list -> ended(list, lists)).toList();
    }

    private static CoverageList ended(CoverageList list, Collection<CoverageList> lists) {
        var next = lists.stream()
                .filter(other -> other.number().equals(list.number())
                        && Objects.equals(other.payerId(), list.payerId())
                        && other.effectiveFrom().isAfter(list.effectiveFrom()))
                .map(CoverageList::effectiveFrom)
                .min(LocalDate::compareTo);
        return new CoverageList(
                list.id(),
                list.number(),
                list.source(),
                list.payerId(),
                list.effectiveFrom(),
                earlier(list.effectiveTo(), next.map(day -> day.minusDays(1)).orElse(null)),
                list.byProcedure());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static List<CoverageList> joined(List<CoverageList> some, List<CoverageList> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableList());
    }

    public boolean isEmpty() {
        return byProcedure.isEmpty();
    }

    /** Those that speak of the procedure, for the payer and the day. */
    public Stream<CoverageList> of(String procedure, UUID payerId, LocalDate day) {
        return byProcedure.getOrDefault(procedure, List.of()).stream()
                .filter(list -> list.holds(procedure, payerId, day));
    }
}
