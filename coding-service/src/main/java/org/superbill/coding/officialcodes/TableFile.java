package org.superbill.coding.officialcodes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** A table with a code in each row: the kinds of files say which columns they have and what a row is. */
abstract class TableFile implements OfficialFile {
    private final ReleaseLoads loads;
    private final String kind;
    private final String[] columns;

    /** @param columns that tell this kind of table from others */
    TableFile(ReleaseLoads loads, String kind, String... columns) {
        this.loads = loads;
        this.kind = kind;
        this.columns = columns.clone();
    }

    /** A code of a system. */
    record Coded(CodeSystem system, CodeRow row) {}

    /** Where the texts come from, and under what licence. */
    record Origin(String source, String licence) {}

    /** A row as a code; empty for a row of a list that is not taken. */
    abstract Optional<Coded> coded(NamedCsvRecord row, RowErrors errors);

    abstract Origin origin();

    /** What the content says of its release, or null. */
    @Nullable
    ReleaseName said(Path file, List<NamedCsvRecord> rows) {
        return null;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public boolean recognises(FileSample sample) {
        return Table.has(sample, columns);
    }

    @Override
    public final FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        var table = Table.read(file);
        var name = ReleaseName.of(load, file, said(file, table));
        var bySystem = rows(table);
        var outcomes = new ArrayList<ReleaseLoads.Outcome>();
        for (var system : bySystem.entrySet()) {
            var candidate = new ReleaseLoads.Candidate(
                    system.getKey(),
                    name.label(),
                    name.effectiveFrom(),
                    origin().source(),
                    origin().licence(),
                    List.copyOf(system.getValue().values()));
            outcomes.add(loads.load(connection, candidate, load.preview()));
        }
        return Outcomes.of(kind, bySystem.values().stream().mapToInt(Map::size).sum(), outcomes, null);
    }

    /** By system. A code that its publisher lists twice in the same words, as CMS does KX, is one code. */
    private Map<CodeSystem, Map<String, CodeRow>> rows(List<NamedCsvRecord> table) {
        var errors = new RowErrors();
        var bySystem = new LinkedHashMap<CodeSystem, Map<String, CodeRow>>();
        for (var record : table) {
            coded(record, errors).ifPresent(coded -> {
                var rows = bySystem.computeIfAbsent(coded.system(), system -> new LinkedHashMap<>());
                var row = coded.row();
                var before = rows.putIfAbsent(row.code(), row);
                if (before == null || !before.with(null).equals(row.with(null))) {
                    errors.check(record.getStartingLineNumber(), coded.system(), row.code());
                }
            });
        }
        errors.throwIfAny(bySystem.size());
        return bySystem;
    }
}
