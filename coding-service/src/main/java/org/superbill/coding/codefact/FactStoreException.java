package org.superbill.coding.codefact;

import java.sql.SQLException;

/** The database does not answer as it should; nothing a caller can act on. */
final class FactStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FactStoreException(SQLException cause) {
        super(cause);
    }
}
