package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** ICD-10-PCS, by CMS. */
@Singleton
class Icd10PcsOrderZip extends OrderFileZip {
    Icd10PcsOrderZip(ReleaseLoads loads) {
        super(CodeSystem.ICD_10_PCS, "CMS, ICD-10-PCS", loads);
    }
}
