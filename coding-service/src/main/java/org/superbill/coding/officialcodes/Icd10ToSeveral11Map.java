package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import org.superbill.coding.codesystem.CodeTable;
import org.superbill.coding.codesystem.CodeTables;

/** Each ICD-10 code to all ICD-11 codes that share in it. */
@Singleton
class Icd10ToSeveral11Map extends WhoMapFile {
    Icd10ToSeveral11Map(CodeTables tables) {
        super(
                tables,
                CodeTable.ICD_10_TO_SEVERAL_11,
                new Side("icd10Code", "icd10Title", null),
                new Side("icd11Code", "icd11Title", null));
    }

    @Override
    String begins() {
        return "10ClassKind\tDepth\t";
    }
}
