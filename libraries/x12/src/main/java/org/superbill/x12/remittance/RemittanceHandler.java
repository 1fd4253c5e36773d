package org.superbill.x12.remittance;

import org.superbill.x12.Transaction;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Handler;
import org.superbill.x12.guide.Guide;

/** Takes the claims of the 835 transaction sets in a file, one at a time. For {@link org.superbill.x12.X12Reader#streaming}. */
public interface RemittanceHandler extends X12Handler {
    void claim(RemittanceClaim claim);

    /** After the last claim of a remittance. @param remittance without claims, with its provider adjustments */
    default void remittance(Transaction transaction, RemittanceAdvice remittance) {}

    @Override
    default void unit(Unit unit) {
        if (unit.set().guide() == Guide.REMITTANCE_835) {
            claim(RemittanceClaim.of(unit));
        }
    }

    @Override
    default void endTransaction(Transaction transaction) {
        if (transaction.set().guide() == Guide.REMITTANCE_835) {
            remittance(transaction, new RemittanceAdvice(transaction.root()));
        }
    }
}
