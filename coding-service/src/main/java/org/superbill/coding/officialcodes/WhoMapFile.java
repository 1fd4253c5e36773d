package org.superbill.coding.officialcodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.coding.codefile.Packing;
import org.superbill.coding.codesystem.CodeMapping;
import org.superbill.coding.codesystem.CodeTable;
import org.superbill.coding.codesystem.CodeTables;

/** One of WHO's mapping tables between ICD-10, its own edition, and ICD-11, parted by tabs. The last column of the header is the day that it was made. */
abstract class WhoMapFile implements OfficialFile {
    private static final String SOURCE =
            "World Health Organization (WHO), ICD-10 / ICD-11 mapping tables, CC BY-ND 3.0 IGO";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MMM-dd", Locale.ENGLISH);

    private final CodeTables tables;
    private final String kind;
    private final Side source;
    private final Side target;

    /** Which columns have the code and the title; of a group without a code the address tells it. */
    record Side(String code, String title, @Nullable String address) {}

    WhoMapFile(CodeTables tables, String kind, Side source, Side target) {
        this.tables = tables;
        this.kind = kind;
        this.source = source;
        this.target = target;
    }

    /** How the header of this map begins. */
    abstract String begins();

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final boolean recognises(FileSample sample) {
        return sample.zipEntries().isEmpty() && sample.header().startsWith(begins());
    }

    @Override
    public final FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        var rows = new ArrayList<CodeMapping>();
        List<String> header;
        try (var lines = new BufferedReader(Packing.openText(file))) {
            header = List.of(Optional.ofNullable(lines.readLine())
                    .orElse("")
                    .replace("\uFEFF", "")
                    .split("\t"));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    rows.add(mapping(header, line.split("\t", -1)));
                }
            }
        }
        new RowErrors().throwIfAny(rows.size());
        var name = ReleaseName.of(load, file, said(header).orElse(null));
        var table = new CodeTable(kind, name.label(), name.effectiveFrom(), SOURCE);
        return TableOutcomes.of(table, rows.size(), tables.loadMap(connection, table, rows, load.preview()));
    }

    private CodeMapping mapping(List<String> header, String[] fields) {
        var from = stored(field(header, fields, source.code()));
        var to = stored(field(header, fields, target.code()));
        return new CodeMapping(
                from.isEmpty() && source.address() != null ? entity(field(header, fields, source.address())) : from,
                to.isEmpty() ? null : to,
                field(header, fields, target.title()),
                field(header, fields, "Relation"));
    }

    private static Optional<ReleaseName> said(List<String> header) {
        try {
            var day = LocalDate.parse(header.get(header.size() - 1).strip(), DAY);
            return Optional.of(new ReleaseName(day.toString(), day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String stored(String code) {
        return code.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }

    private static String entity(String address) {
        return "BLOCK-" + address.substring(address.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
    }

    private static String field(List<String> header, String[] fields, String name) {
        var column = header.indexOf(name);
        return column < 0 || column >= fields.length ? "" : fields[column];
    }
}
