package org.superbill.x12;

import java.util.List;

/**
 * A transaction set as it was read.
 *
 * @param root ST to SE; read streaming, it is without the units (claims) and the levels above them
 * @param errors what was found in it, up to the reader's limit; the streamed units' errors are among them
 */
public record Transaction(TransactionSet set, Loop root, List<X12Error> errors) {
    public Transaction {
        errors = List.copyOf(errors);
    }
}
