package org.superbill.billing.edittable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What CMS's tables say, as one immutable snapshot: an edit looks up and never waits. Where a table has several active releases, the one in force on the
 * day answers; NCCI pairs and add-on codes have days of their own, so their newest release answers for all days. A table that is not loaded says nothing.
 */
public final class EditTables {
    /** No table is loaded: nothing is found. */
    public static final EditTables EMPTY = new EditTables(List.of());

    private final Dated<PairTable> practitionerPairs;
    private final Dated<PairTable> outpatientPairs;
    private final Dated<UnitLimits> practitionerUnits;
    private final Dated<UnitLimits> outpatientUnits;
    private final Dated<UnitLimits> supplierUnits;
    private final Dated<AddOns> addOns;
    private final Dated<FeeIndicators> feeIndicators;
    private final Dated<RelativeValues> relativeValues;
    private final Dated<GeographicIndices> geographicIndices;

    EditTables(List<TableContent> contents) {
        practitionerPairs = dated(contents, EditTable.NCCI_PRACTITIONER, PairTable.class);
        outpatientPairs = dated(contents, EditTable.NCCI_OUTPATIENT, PairTable.class);
        practitionerUnits = dated(contents, EditTable.MUE_PRACTITIONER, UnitLimits.class);
        outpatientUnits = dated(contents, EditTable.MUE_OUTPATIENT, UnitLimits.class);
        supplierUnits = dated(contents, EditTable.MUE_DME, UnitLimits.class);
        addOns = dated(contents, EditTable.ADD_ON, AddOns.class);
        feeIndicators = dated(contents, EditTable.FEE_INDICATORS, FeeIndicators.class);
        relativeValues = dated(contents, EditTable.RELATIVE_VALUES, RelativeValues.class);
        geographicIndices = dated(contents, EditTable.GEOGRAPHIC_INDICES, GeographicIndices.class);
    }

    private static <T> Dated<T> dated(List<TableContent> contents, EditTable table, Class<T> type) {
        var releases = new ArrayList<Dated.Release<T>>();
        for (var content : contents) {
            if (content.table() == table) {
                releases.add(
                        new Dated.Release<>(content.label(), content.effectiveFrom(), type.cast(content.content())));
            }
        }
        return new Dated<>(releases);
    }

    /** Whose claims the tables are of: NCCI has a set of its own for each. */
    public enum Setting {
        PRACTITIONER,
        OUTPATIENT,
        SUPPLIER
    }

    /** The pairs of a setting, of the newest release; a supplier's are the practitioners'. */
    public PairTable pairs(Setting setting) {
        var release = pairsOf(setting).newest();
        return release == null ? PairTable.EMPTY : release.content();
    }

    /** The label of the release that {@link #pairs} answers from; empty when none is loaded. */
    public String releaseOfPairs(Setting setting) {
        var release = pairsOf(setting).newest();
        return release == null ? "" : release.label();
    }

    private Dated<PairTable> pairsOf(Setting setting) {
        return setting == Setting.OUTPATIENT ? outpatientPairs : practitionerPairs;
    }

    /** The most units of a code on a day. */
    public Optional<UnitLimit> unitLimit(Setting setting, String procedureCode, LocalDate on) {
        var units = switch (setting) {
            case PRACTITIONER -> practitionerUnits;
            case OUTPATIENT -> outpatientUnits;
            case SUPPLIER -> supplierUnits;
        };
        var release = units.on(on);
        var place = release == null ? -1 : release.content().place(procedureCode);
        return release == null || place < 0
                ? Optional.empty()
                : Optional.of(release.content().at(place, release));
    }

    public boolean isAddOn(String procedureCode, LocalDate on) {
        var release = addOns.newest();
        return release != null && release.content().has(procedureCode, on.toEpochDay());
    }

    /** What a code has to stand beside on a day; empty when it is no add-on. */
    public Optional<AddOn> addOn(String procedureCode, LocalDate on) {
        var release = addOns.newest();
        return release == null
                ? Optional.empty()
                : Optional.ofNullable(release.content().find(procedureCode, on.toEpochDay(), release));
    }

    /** @param modifier 26, TC or 53, or empty for the whole service */
    public Optional<FeeIndicator> feeIndicator(String procedureCode, String modifier, LocalDate on) {
        var release = feeIndicators.on(on);
        var place = release == null ? -1 : release.content().place(procedureCode, modifier);
        return release == null || place < 0
                ? Optional.empty()
                : Optional.of(release.content().at(place, release));
    }

    /** The global days of a code, e.g. {@code 090}; empty for a code that the fee schedule does not have. */
    public String globalDays(String procedureCode, LocalDate on) {
        var release = feeIndicators.on(on);
        var place = release == null ? -1 : release.content().place(procedureCode, "");
        return release == null || place < 0 ? "" : release.content().globalDays(place);
    }

    /** The bilateral indicator of a code, 0, 1, 2, 3 or 9; empty for a code that the fee schedule does not have. */
    public String bilateral(String procedureCode, LocalDate on) {
        var release = feeIndicators.on(on);
        var place = release == null ? -1 : release.content().place(procedureCode, "");
        return release == null || place < 0 ? "" : release.content().bilateral(place);
    }

    /** The label of the fee schedule's release in force on a day; empty when none is. */
    public String releaseOfFees(LocalDate on) {
        var release = feeIndicators.on(on);
        return release == null ? "" : release.label();
    }

    /** @param modifier 26, TC or 53, or empty for the whole service */
    public Optional<RelativeValue> relativeValue(String procedureCode, String modifier, LocalDate on) {
        var release = relativeValues.on(on);
        return release == null
                ? Optional.empty()
                : Optional.ofNullable(release.content().find(procedureCode, modifier, release));
    }

    public Optional<GeographicIndex> geographicIndex(String contractor, String locality, LocalDate on) {
        var release = geographicIndices.on(on);
        return release == null
                ? Optional.empty()
                : Optional.ofNullable(release.content().find(contractor, locality, release));
    }
}
