package org.superbill.servicekit.problem;

import org.jspecify.annotations.Nullable;

/** An exception for the log: classes and stack, without the messages, which may quote patient data or SQL. */
public final class WithoutMessages extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CHAIN = 10;

    private WithoutMessages(String what, @Nullable Throwable cause, StackTraceElement[] stack) {
        super(what, cause, false, true);
        setStackTrace(stack);
    }

    public static WithoutMessages of(Throwable thrown) {
        return of(thrown, 0);
    }

    private static WithoutMessages of(Throwable thrown, int depth) {
        var cause = thrown.getCause();
        return new WithoutMessages(
                thrown.getClass().getName(),
                cause == null || depth == LONGEST_CHAIN ? null : of(cause, depth + 1),
                thrown.getStackTrace());
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
