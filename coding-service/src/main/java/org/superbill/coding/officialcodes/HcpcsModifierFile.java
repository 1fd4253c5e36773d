package org.superbill.coding.officialcodes;

import static org.superbill.coding.officialcodes.Table.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** HCPCS Level II modifiers of CMS. */
@Singleton
class HcpcsModifierFile extends TableFile {
    HcpcsModifierFile(ReleaseLoads loads) {
        super(loads, "hcpcs-modifiers", "mod_code", "mod_category", "mod_description");
    }

    @Override
    Optional<Coded> coded(NamedCsvRecord row, RowErrors errors) {
        return Optional.of(new Coded(CodeSystem.HCPCS_MODIFIER, row(row)));
    }

    static CodeRow row(NamedCsvRecord row) {
        var text = field(row, "mod_description");
        return new CodeRow(field(row, "mod_code"), true, text, text, null, null)
                .with(new Attributes()
                        .with("category", field(row, "mod_category"))
                        .json());
    }

    /** Each once, as it is listed first: CMS lists KX twice. */
    static List<CodeRow> rows(Path file) throws IOException {
        var rows = new LinkedHashMap<String, CodeRow>();
        Table.read(file).stream().map(HcpcsModifierFile::row).forEach(row -> rows.putIfAbsent(row.code(), row));
        return List.copyOf(rows.values());
    }

    @Override
    Origin origin() {
        return new Origin("CMS, HCPCS Level II modifiers", Licences.PUBLIC_DOMAIN);
    }
}
