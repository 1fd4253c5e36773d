package org.superbill.billing.connection;

/** What was asked of a connection cannot be had right now; it is tried again later. */
public class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(String message) {
        super(message);
    }
}
