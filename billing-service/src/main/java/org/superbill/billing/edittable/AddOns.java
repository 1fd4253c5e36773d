package org.superbill.billing.edittable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Add-on codes of one release with their primary codes. Some thousand rows: a map is small enough. */
final class AddOns {
    /** In the place of a primary code: the contractor says which. */
    static final String BY_CONTRACTOR = "CCCCC";

    private final Map<String, List<Row>> byAddOn;

    private AddOns(Map<String, List<Row>> byAddOn) {
        this.byAddOn = byAddOn;
    }

    /** @param effective and deletion: as {@link PairSpans} has them */
    private record Row(String primary, int type, int effective, int deletion) {
        boolean inForce(long day) {
            return effective <= day && day <= deletion;
        }
    }

    /** @param lines add-on, primary, type, first day, last day */
    static AddOns of(Iterable<String> lines) {
        var rows = new HashMap<String, List<Row>>();
        var texts = new Texts();
        var days = new RowText.Days();
        for (var line : lines) {
            var fields = RowText.fields(line);
            rows.computeIfAbsent(texts.same(fields[0]), code -> new ArrayList<>(1))
                    .add(new Row(
                            texts.same(fields[1]),
                            Integer.parseInt(fields[2]),
                            days.of(fields[3], PairSpans.SINCE_EVER),
                            days.of(fields[4], PairSpans.EVER)));
        }
        rows.replaceAll((code, list) -> List.copyOf(list));
        return new AddOns(rows);
    }

    /** Whether its rows say from when they hold. */
    boolean begins() {
        return byAddOn.values().stream()
                .flatMap(List::stream)
                .noneMatch(row -> row.effective() == PairSpans.SINCE_EVER);
    }

    /** Whether the code is an add-on on a day, without saying beside what. */
    boolean has(String code, long epochDay) {
        var rows = byAddOn.get(code);
        return rows != null && rows.stream().anyMatch(row -> row.inForce(epochDay));
    }

    /** @return null for a code that is none on that day */
    @Nullable
    AddOn find(String code, long epochDay, Dated.Release<AddOns> release) {
        var all = byAddOn.get(code);
        if (all == null) {
            return null; // as most codes
        }
        var rows = all.stream().filter(row -> row.inForce(epochDay)).toList();
        if (rows.isEmpty()) {
            return null;
        }
        var primaries = rows.stream()
                .map(Row::primary)
                .filter(primary -> !primary.equals(BY_CONTRACTOR))
                .distinct()
                .toList();
        return new AddOn(code, rows.get(0).type(), primaries, release.label(), release.effectiveFrom());
    }
}
