package org.superbill.servicekit.audit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problems;
import org.superbill.servicekit.request.OneTransaction;

/**
 * Outside of everything: a read and its record commit together before the answer leaves; replays and failures, which change nothing,
 * are recorded apart.
 */
@Audited("")
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 180)
class AuditOfOutcome {

    static final String SUCCESS = "success";

    private final AuditTrail trail;
    private final Deed deed;

    AuditOfOutcome(AuditTrail trail, Deed deed) {
        this.trail = trail;
        this.deed = deed;
    }

    @AroundInvoke
    @Nullable
    Object record(InvocationContext call) throws Exception {
        Object result;
        try {
            result = trail.isOfRead() ? OneTransaction.around(call::proceed) : call.proceed();
        } catch (Exception failure) {
            recordFailure(call, failure);
            throw failure;
        }
        if (!trail.isRecorded()) {
            trail.recordApart(AuditedCall.of(call, deed.shownOr(result)), SUCCESS);
        }
        return result;
    }

    private void recordFailure(InvocationContext call, Exception failure) {
        try {
            trail.recordApart(AuditedCall.of(call, null), Problems.nameOf(failure));
        } catch (RuntimeException unrecorded) {
            failure.addSuppressed(unrecorded); // the database may be what has failed
        }
    }
}
