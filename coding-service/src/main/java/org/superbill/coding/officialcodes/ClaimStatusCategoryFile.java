package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** Claim status category codes, code source 507. */
@Singleton
class ClaimStatusCategoryFile extends X12ListFile {
    ClaimStatusCategoryFile(ReleaseLoads loads) {
        super(loads, CodeSystem.CLAIM_STATUS_CATEGORY, "A0", "F0");
    }
}
