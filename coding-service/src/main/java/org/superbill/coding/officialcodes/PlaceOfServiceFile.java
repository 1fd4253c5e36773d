package org.superbill.coding.officialcodes;

import static org.superbill.coding.officialcodes.Table.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** Place of service codes of CMS; a number that CMS has not given away is there and cannot be used. */
@Singleton
class PlaceOfServiceFile extends TableFile {
    private static final String UNASSIGNED = "Unassigned";

    PlaceOfServiceFile(ReleaseLoads loads) {
        super(loads, "place-of-service", "pos_code", "pos_name", "pos_description");
    }

    @Override
    Optional<Coded> coded(NamedCsvRecord row, RowErrors errors) {
        var type = field(row, "pos_type");
        var name = field(row, "pos_name");
        var text = field(row, "pos_description");
        return Optional.of(new Coded(
                CodeSystem.PLACE_OF_SERVICE,
                new CodeRow(
                                field(row, "pos_code"),
                                !type.equals(UNASSIGNED),
                                name.isEmpty() ? UNASSIGNED : name,
                                text.isEmpty() ? name : text,
                                null,
                                null)
                        .with(new Attributes().with("type", type).json())));
    }

    @Override
    Origin origin() {
        return new Origin("CMS, place of service code set", Licences.PUBLIC_DOMAIN);
    }
}
