package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import org.superbill.coding.codesystem.CodeTable;
import org.superbill.coding.codesystem.CodeTables;

/** Each ICD-11 code to the ICD-10 code that fits best. */
@Singleton
class Icd11To10Map extends WhoMapFile {
    Icd11To10Map(CodeTables tables) {
        super(
                tables,
                CodeTable.ICD_11_TO_10,
                new Side("icd11Code", "icd11Title", "Linearization (release) URI"),
                new Side("icd10Code", "icd10Title", null));
    }

    @Override
    String begins() {
        return "Linearization (release) URI\ticd11Code\t";
    }
}
