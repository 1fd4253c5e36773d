package org.superbill.billing.edittable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What CMS's tables say, as one immutable snapshot: an edit looks up and never waits. Where a table has several active releases, the one in force on the
 * day answers; where rows have days of their own, as NCCI pairs and add-on codes do, the newest for all days. A table that is not loaded says nothing.
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
        practitionerPairs = Dated.ofRowsWithDays(
                releases(contents, EditTable.NCCI_PRACTITIONER, PairTable.class), PairTable::begins);
        outpatientPairs =
                Dated.ofRowsWithDays(releases(contents, EditTable.NCCI_OUTPATIENT, PairTable.class), PairTable::begins);
        practitionerUnits = dated(contents, EditTable.MUE_PRACTITIONER, UnitLimits.class);
        outpatientUnits = dated(contents, EditTable.MUE_OUTPATIENT, UnitLimits.class);
        supplierUnits = dated(contents, EditTable.MUE_DME, UnitLimits.class);
        addOns = Dated.ofRowsWithDays(releases(contents, EditTable.ADD_ON, AddOns.class), AddOns::begins);
        feeIndicators = dated(contents, EditTable.FEE_INDICATORS, FeeIndicators.class);
        relativeValues = dated(contents, EditTable.RELATIVE_VALUES, RelativeValues.class);
        geographicIndices = dated(contents, EditTable.GEOGRAPHIC_INDICES, GeographicIndices.class);
    }

    private static <T> Dated<T> dated(List<TableContent> contents, EditTable table, Class<T> type) {
        return new Dated<>(releases(contents, table, type));
    }

    private static <T> List<Dated.Release<T>> releases(List<TableContent> contents, EditTable table, Class<T> type) {
        var releases = new ArrayList<Dated.Release<T>>();
        for (var content : contents) {
            if (content.table() == table) {
                releases.add(
                        new Dated.Release<>(content.label(), content.effectiveFrom(), type.cast(content.content())));
            }
        }
        return releases;
    }

    /** Whose claims the tables are of: NCCI has a set of its own for each. */
    public enum Setting {
        PRACTITIONER,
        OUTPATIENT,
        SUPPLIER
    }

    /** The pairs of a setting, newest first: several where their rows do not say from when they hold. A supplier's are the practitioners'. */
    public List<Dated.Release<PairTable>> pairs(Setting setting) {
        return pairsOf(setting).all();
    }

    /** Those that answer for a day; null when none are loaded. */
    public Dated.@Nullable Release<PairTable> pairs(Setting setting, LocalDate on) {
        return pairsOf(setting).on(on);
    }

    /** The row of two codes that is in force on a day. */
    public Optional<PairRow> pair(Setting setting, String column1, String column2, LocalDate on) {
        var release = pairs(setting, on);
        return release == null ? Optional.empty() : release.content().inForce(column1, column2, on);
    }

    /** The rows of two codes that are in force on one of the days at least. */
    public List<PairRow> pairs(Setting setting, String column1, String column2, LocalDate from, LocalDate through) {
        var rows = new ArrayList<PairRow>();
        for (var day = from; !day.isAfter(through); day = changesAfter(setting, column1, column2, day, through)) {
            pair(setting, column1, column2, day).ifPresent(rows::add);
        }
        return rows;
    }

    /** The first day on which another row or another release may answer; the day after the last one when there is none. */
    private LocalDate changesAfter(Setting setting, String column1, String column2, LocalDate day, LocalDate through) {
        var next = through.toEpochDay() + 1;
        for (var release : pairs(setting)) {
            var table = release.content();
            next = Math.min(next, table.changesAfter(table.place(column1), table.place(column2), day.toEpochDay()));
            if (release.effectiveFrom().isAfter(day)) {
                next = Math.min(next, release.effectiveFrom().toEpochDay());
            }
        }
        return LocalDate.ofEpochDay(next);
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
        var release = addOns.on(on);
        return release != null && release.content().has(procedureCode, on.toEpochDay());
    }

    /** What a code has to stand beside on a day; empty when it is no add-on. */
    public Optional<AddOn> addOn(String procedureCode, LocalDate on) {
        var release = addOns.on(on);
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
