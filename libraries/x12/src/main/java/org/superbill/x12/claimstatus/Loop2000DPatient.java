package org.superbill.x12.claimstatus;

import org.superbill.x12.Loop;
import org.superbill.x12.part.EntityName;

/** The level of one patient (277CA loops 2000D and 2100D). */
public record Loop2000DPatient(Loop loop) implements Loop2000D {
    /** NM1*QC of loop 2100D. */
    public EntityName name() {
        return patientName().name();
    }
}
