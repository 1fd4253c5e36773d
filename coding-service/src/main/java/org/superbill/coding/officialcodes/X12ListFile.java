package org.superbill.coding.officialcodes;

import static org.superbill.coding.officialcodes.Table.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** A code list of X12 with dates. Several have the same columns: each is told by codes that only it has. */
abstract class X12ListFile extends TableFile {
    private static final String[] COLUMNS = {
        "code", "description", "effective_date", "deactivation_date", "last_modified_date"
    };

    private final CodeSystem system;
    private final List<String> known;

    /** @param known codes that this list has and no other */
    X12ListFile(ReleaseLoads loads, CodeSystem system, String... known) {
        super(loads, system.id() + "-list", COLUMNS);
        this.system = system;
        this.known = List.of(known);
    }

    @Override
    public final boolean recognises(FileSample sample) {
        return super.recognises(sample) && codes(sample).containsAll(known);
    }

    private static Set<String> codes(FileSample sample) {
        return sample.text()
                .lines()
                .map(line -> line.split(",", 2)[0].replace("\"", ""))
                .collect(Collectors.toSet());
    }

    @Override
    final Optional<Coded> coded(NamedCsvRecord row, RowErrors errors) {
        var line = row.getStartingLineNumber();
        var text = field(row, "description");
        return Optional.of(new Coded(
                system,
                new CodeRow(
                        field(row, "code"),
                        true,
                        text,
                        text,
                        errors.date(line, "effective_date", field(row, "effective_date")),
                        errors.date(line, "deactivation_date", field(row, "deactivation_date")))));
    }

    @Override
    final Origin origin() {
        return new Origin("X12, " + system.title(), Licences.X12);
    }
}
