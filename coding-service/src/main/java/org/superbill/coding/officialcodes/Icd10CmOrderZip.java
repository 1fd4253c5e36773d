package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** ICD-10-CM, of the fiscal year by CMS or of the middle of the year by the CDC. */
@Singleton
class Icd10CmOrderZip extends OrderFileZip {
    Icd10CmOrderZip(ReleaseLoads loads) {
        super(CodeSystem.ICD_10_CM, "CDC/NCHS and CMS, ICD-10-CM", loads);
    }
}
