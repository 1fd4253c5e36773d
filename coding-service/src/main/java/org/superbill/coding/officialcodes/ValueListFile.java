package org.superbill.coding.officialcodes;

import static org.superbill.coding.officialcodes.Table.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** The value lists of Medicare claims of CMS: the lists of the UB-04 are taken, what only Medicare's own records have is left. */
@Singleton
class ValueListFile extends TableFile {
    private static final Map<String, CodeSystem> LISTS = Map.of(
            "CLM-REV-CNTR-CD", CodeSystem.REVENUE_CODE,
            "CLM-BILL-FREQ-CD", CodeSystem.TYPE_OF_BILL,
            "CLM-RLT-COND-CD", CodeSystem.CONDITION_CODE,
            "BENE-PTNT-STUS-CD", CodeSystem.DISCHARGE_STATUS,
            "CLM-ADMSN-SRC-CD", CodeSystem.POINT_OF_ORIGIN,
            "CLM-ADMSN-TYPE-CD", CodeSystem.ADMISSION_TYPE);

    ValueListFile(ReleaseLoads loads) {
        super(loads, "cms-claim-value-lists", "list", "code", "text");
    }

    @Override
    Optional<Coded> coded(NamedCsvRecord row, RowErrors errors) {
        var text = field(row, "text");
        return Optional.ofNullable(LISTS.get(field(row, "list")))
                .map(system -> new Coded(system, new CodeRow(field(row, "code"), true, text, text, null, null)))
                .filter(coded ->
                        coded.system().accepts(coded.row().code())); // CMS has a few of its own, e.g. for a blank field
    }

    @Override
    Origin origin() {
        return new Origin("CMS, value lists of Medicare claims", Licences.NUBC);
    }
}
