package org.superbill.billing.edittable;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The indices of one release, by contractor and locality: about a hundred. */
final class GeographicIndices {
    private final Map<String, String[]> byLocality;

    private GeographicIndices(Map<String, String[]> byLocality) {
        this.byLocality = byLocality;
    }

    /** @param lines contractor, locality, work, practice expense, malpractice */
    static GeographicIndices of(Iterable<String> lines) {
        var rows = new HashMap<String, String[]>();
        for (var line : lines) {
            var fields = RowText.fields(line);
            rows.put(RowText.of(fields[0], fields[1]), fields);
        }
        return new GeographicIndices(rows);
    }

    @Nullable
    GeographicIndex find(String contractor, String locality, Dated.Release<GeographicIndices> release) {
        var fields = byLocality.get(RowText.of(contractor, locality));
        return fields == null
                ? null
                : new GeographicIndex(
                        contractor,
                        locality,
                        new BigDecimal(fields[2]),
                        new BigDecimal(fields[3]),
                        new BigDecimal(fields[4]),
                        release.label(),
                        release.effectiveFrom());
    }
}
