package org.superbill.billing.connection;

/** Nobody answers at the connection, so that every organization has to wait. */
public final class Away extends Unreachable {
    private static final long serialVersionUID = 1L;

    Away(String message) {
        super(message);
    }
}
