package org.superbill.servicekit.request;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** All of a call in one transaction of its own. */
public final class OneTransaction {
    private OneTransaction() {}

    /** @throws Exception as the work threw it; the transaction is rolled back */
    public static <T extends @Nullable Object> T around(Callable<T> work) throws Exception {
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } catch (QuarkusTransactionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
