package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** Claim status codes, code source 508. */
@Singleton
class ClaimStatusFile extends X12ListFile {
    ClaimStatusFile(ReleaseLoads loads) {
        super(loads, CodeSystem.CLAIM_STATUS, "0", "20");
    }
}
