package org.superbill.coding.officialcodes;

import static org.superbill.coding.officialcodes.Table.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
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
        var text = field(row, "mod_description");
        return Optional.of(new Coded(
                CodeSystem.HCPCS_MODIFIER,
                new CodeRow(field(row, "mod_code"), true, text, text, null, null)
                        .with(new Attributes()
                                .with("category", field(row, "mod_category"))
                                .json())));
    }

    @Override
    Origin origin() {
        return new Origin("CMS, HCPCS Level II modifiers", Licences.PUBLIC_DOMAIN);
    }
}
