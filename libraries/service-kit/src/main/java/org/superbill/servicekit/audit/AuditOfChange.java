package org.superbill.servicekit.audit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/** Inside of the request's transaction, if it has one, that of {@code @Transactional} included: what was done and its record commit together. */
@Audited("")
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 205)
class AuditOfChange {

    private final AuditTrail trail;
    private final TransactionSynchronizationRegistry transactions;

    AuditOfChange(AuditTrail trail, TransactionSynchronizationRegistry transactions) {
        this.trail = trail;
        this.transactions = transactions;
    }

    @AroundInvoke
    @Nullable
    Object record(InvocationContext call) throws Exception {
        var result = call.proceed();
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            trail.record(AuditedCall.of(call, result), AuditOfOutcome.SUCCESS);
        }
        return result;
    }
}
