package org.superbill.billing.remittance;

import java.util.List;
import org.superbill.billing.ledger.Cents;

/** What of that which a later payer calls the patient's is the patient's. Pure. */
final class PatientsPart {
    private PatientsPart() {}

    /**
     * No more than the payers before have left to it, so that its credit is never above what it has paid.
     *
     * @param byAll whether all payers before have decided the whole claim; else nobody knows yet what they leave
     * @param said by the later payer
     * @param settled in all, with it
     * @param rest what the payer owes when all of it is settled; below zero its credit
     */
    static List<OfContract> of(boolean byAll, List<OfContract> said, Cents settled, Cents rest) {
        var all = Cents.sum(said, OfContract::amount);
        var above = rest.negated().minus(settled.minus(all));
        return !byAll || above.value() <= 0 ? said : OfContract.within(all.minus(above), said);
    }
}
