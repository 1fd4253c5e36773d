package org.superbill.servicekit.testing;

import java.util.concurrent.Executor;

/**
 * Runs a task of a test beside it, on a thread that has the test's class loader. Those of the common pool have the system's, which knows neither the application nor Kafka
 * as the test knows them; on two cores Java before 25 does not use that pool.
 */
public enum SecondThread implements Executor {
    OWN;

    @Override
    public void execute(Runnable task) {
        new Thread(task, "second").start();
    }
}
