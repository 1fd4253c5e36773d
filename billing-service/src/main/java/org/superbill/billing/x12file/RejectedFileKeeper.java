package org.superbill.billing.x12file;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** @see KeepsRejectedFiles */
@KeepsRejectedFiles
@Interceptor
@Priority(RejectedFileKeeper.OUTSIDE_OF_THE_TRANSACTION)
class RejectedFileKeeper {
    /** Before the kit's {@code IdempotentInterceptor}, which opens the request's transaction. */
    static final int OUTSIDE_OF_THE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 185;

    private final X12Files files;

    RejectedFileKeeper(X12Files files) {
        this.files = files;
    }

    @AroundInvoke
    @Nullable
    Object keep(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (RejectedFile rejected) {
            throw X12FileProblem.malformed(files.keep(rejected).file());
        }
    }
}
