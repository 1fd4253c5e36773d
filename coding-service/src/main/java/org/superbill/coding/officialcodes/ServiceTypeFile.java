package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/** Service type codes of eligibility inquiries. */
@Singleton
class ServiceTypeFile extends X12ListFile {
    ServiceTypeFile(ReleaseLoads loads) {
        super(loads, CodeSystem.SERVICE_TYPE, "30", "UC");
    }
}
