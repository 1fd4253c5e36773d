package org.superbill.billing.underpayment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.ledger.Cents;

/** What the contracts with payers let us expect. */
public interface ExpectedAmounts {
    /** The allowed amounts, for all units; what no contract tells is left out. */
    Map<Service, Cents> of(Collection<Service> services);

    /** What was given, and to whose member. */
    record Service(UUID payerId, LocalDate on, String procedureCode, List<String> modifiers, BigDecimal units) {
        public Service {
            modifiers = List.copyOf(modifiers);
        }
    }
}
