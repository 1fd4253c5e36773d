package org.superbill.coding.officialcodes;

import static org.superbill.coding.officialcodes.Table.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** The codes of a remittance advice in one table: adjustment groups, CARC and RARC. Its release is the day of its newest entry. */
@Singleton
class AdjustmentCodeFile extends TableFile {
    private static final Map<String, CodeSystem> SYSTEMS =
            Map.of("Group", CodeSystem.ADJUSTMENT_GROUP, "CARC", CodeSystem.CARC, "RARC", CodeSystem.RARC);

    AdjustmentCodeFile(ReleaseLoads loads) {
        super(loads, "carc-rarc", "adj_code", "adj_type", "adj_description");
    }

    @Override
    Optional<Coded> coded(NamedCsvRecord row, RowErrors errors) {
        var line = row.getStartingLineNumber();
        var system = SYSTEMS.get(field(row, "adj_type"));
        if (system == null) {
            errors.add(line, "adj_type", "unknown-type", "the type is none of Group, CARC and RARC");
            return Optional.empty();
        }
        var text = field(row, "adj_description");
        return Optional.of(new Coded(
                system,
                new CodeRow(
                                field(row, "adj_code"),
                                true,
                                text,
                                text,
                                errors.date(line, "adj_start_date", field(row, "adj_start_date")),
                                errors.date(line, "adj_end_date", field(row, "adj_end_date")))
                        .with(new Attributes()
                                .with("notes", field(row, "adj_notes"))
                                .with("usage", field(row, "adj_usage"))
                                .json())));
    }

    @Override
    @Nullable
    ReleaseName said(Path file, List<NamedCsvRecord> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(field(row, "adj_start_date"), field(row, "adj_last_modified")))
                .map(AdjustmentCodeFile::date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(newest -> new ReleaseName(newest.toString(), newest))
                .orElse(null);
    }

    /** A date that is none is told with its row. */
    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    Origin origin() {
        return new Origin("X12 code lists 139 and 411, as CMS publishes them", Licences.X12);
    }
}
