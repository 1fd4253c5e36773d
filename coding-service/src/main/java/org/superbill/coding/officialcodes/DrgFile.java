package org.superbill.coding.officialcodes;

import static org.superbill.coding.officialcodes.Table.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** The list of Medicare severity diagnosis related groups. Version 41 is that of the fiscal year 2024, 41.1 its update of April; the name of the file says which. */
@Singleton
class DrgFile extends TableFile {
    private static final Pattern VERSION = Pattern.compile("v([0-9]{2})(?:[._]([01]))?(?![0-9])");
    /** The calendar year in which version 0 would have begun, on 1 October. */
    private static final int VERSION_ZERO = 1982;

    DrgFile(ReleaseLoads loads) {
        super(loads, "ms-drg-list", "drg", "mdc", "drg_description");
    }

    @Override
    @Nullable
    ReleaseName said(Path file, List<NamedCsvRecord> rows) {
        var found = VERSION.matcher(file.getFileName().toString());
        if (!found.find()) {
            return null;
        }
        var version = Integer.parseInt(found.group(1));
        return "1".equals(found.group(2))
                ? new ReleaseName(version + ".1", LocalDate.of(VERSION_ZERO + version + 1, 4, 1))
                : new ReleaseName(Integer.toString(version), LocalDate.of(VERSION_ZERO + version, 10, 1));
    }

    @Override
    Optional<Coded> coded(NamedCsvRecord row, RowErrors errors) {
        var text = field(row, "drg_description");
        return Optional.of(new Coded(
                CodeSystem.MS_DRG,
                new CodeRow(field(row, "drg"), true, text, text, null, null)
                        .with(new Attributes()
                                .with("majorDiagnosticCategory", field(row, "mdc"))
                                .with("type", field(row, "drg_abb"))
                                .json())));
    }

    @Override
    Origin origin() {
        return new Origin("CMS, MS-DRG definitions", Licences.PUBLIC_DOMAIN);
    }
}
