package org.superbill.stack;

/** What is done when this JVM ends in order. */
final class ShutdownHooks {
    private ShutdownHooks() {}

    /** Forgets the hook, if the JVM is not ending already. */
    static void remove(Thread hook) {
        if (Thread.currentThread() != hook) {
            try {
                var unused = Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the JVM is ending: the hook runs and finds nothing left to do
            }
        }
    }
}
