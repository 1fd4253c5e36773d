package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import org.superbill.coding.codesystem.CodeTable;
import org.superbill.coding.codesystem.CodeTables;

/** Each ICD-10 code to the ICD-11 code that fits best. */
@Singleton
class Icd10To11Map extends WhoMapFile {
    Icd10To11Map(CodeTables tables) {
        super(
                tables,
                CodeTable.ICD_10_TO_11,
                new Side("icd10Code", "icd10Title", null),
                new Side("icd11Code", "icd11Title", null));
    }

    @Override
    String begins() {
        return "10ClassKind\t10DepthInKind\t";
    }
}
