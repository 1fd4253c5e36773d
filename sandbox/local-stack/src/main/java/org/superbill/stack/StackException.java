package org.superbill.stack;

/** What went wrong and what to do about it, in one line that is shown as it is. */
public class StackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StackException(String message) {
        super(message);
    }

    StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
