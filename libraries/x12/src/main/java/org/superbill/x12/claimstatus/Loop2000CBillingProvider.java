package org.superbill.x12.claimstatus;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.part.EntityName;

/** The level of one billing provider (277CA loops 2000C, 2100C and 2200C). */
public record Loop2000CBillingProvider(Loop loop) implements TypedLoop {
    /** NM1*85 of loop 2100C. */
    public EntityName name() {
        return EntityName.of(loop.required("2100C", child -> child).required("NM1"));
    }

    /** STC of loop 2200C: when all of a provider's claims are rejected, it may be said here only. */
    public List<ClaimStatus> statuses() {
        var trace = loop.loop("2200C");
        return trace == null ? List.of() : ClaimStatus.of(trace.segments("STC"));
    }

    public List<Loop2000DPatient> patients() {
        return loop.loops("2000D", Loop2000DPatient::new);
    }
}
