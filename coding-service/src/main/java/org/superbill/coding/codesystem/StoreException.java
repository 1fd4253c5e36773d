package org.superbill.coding.codesystem;

import java.sql.SQLException;

/** The database does not answer as it should; nothing a caller can act on. */
final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(SQLException cause) {
        super(cause);
    }
}
