package org.superbill.x12.acknowledgment;

import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;

/** A segment with errors (999 loop 2100). */
public record Loop2100ErrorIdentification(Loop loop) implements Loop2100 {
    /** IK301. */
    public String segmentId() {
        return loop.required("IK3").element(1);
    }

    /** IK302: in the transaction set, of ST 1. */
    public @Nullable Integer position() {
        return loop.required("IK3").integer(2);
    }

    /** IK303: the guide's name of the loop. */
    public @Nullable String loopId() {
        return loop.required("IK3").value(3);
    }

    /** IK304: 3 missing, 8 has errors in elements … */
    public String code() {
        return loop.required("IK3").element(4);
    }

    /** The claim it stands in (CTX with CLM01), or null when that is not said. */
    public @Nullable String patientControlNumber() {
        for (var ctx : loop.segments("CTX")) {
            if (ctx.component(1, 1).equals("CLM01")) {
                return ctx.componentValue(1, 2);
            }
        }
        return null;
    }
}
