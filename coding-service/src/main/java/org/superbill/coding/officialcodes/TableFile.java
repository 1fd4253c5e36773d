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
                    system.getValue());
            outcomes.add(loads.load(connection, candidate, load.preview()));
        }
        return Outcomes.of(kind, bySystem.values().stream().mapToInt(List::size).sum(), outcomes, null);
    }

    private Map<CodeSystem, List<CodeRow>> rows(List<NamedCsvRecord> table) {
        var errors = new RowErrors();
        var bySystem = new LinkedHashMap<CodeSystem, List<CodeRow>>();
        for (var row : table) {
            coded(row, errors).ifPresent(coded -> {
                errors.check(
                        row.getStartingLineNumber(), coded.system(), coded.row().code());
                bySystem.computeIfAbsent(coded.system(), system -> new ArrayList<>())
                        .add(coded.row());
            });
        }
        errors.throwIfAny(bySystem.size());
        return bySystem;
    }
}
