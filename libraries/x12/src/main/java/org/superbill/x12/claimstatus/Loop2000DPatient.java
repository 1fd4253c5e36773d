package org.superbill.x12.claimstatus;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.part.EntityName;

/** The level of one patient (277CA loops 2000D and 2100D). */
public record Loop2000DPatient(Loop loop) implements TypedLoop {
    /** NM1*QC of loop 2100D. */
    public EntityName name() {
        return EntityName.of(loop.required("2100D", child -> child).required("NM1"));
    }

    public List<Loop2200DClaimStatus> claims() {
        return loop.loops("2200D", Loop2200DClaimStatus::new);
    }
}
