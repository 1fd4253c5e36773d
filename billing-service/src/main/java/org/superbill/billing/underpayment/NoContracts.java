package org.superbill.billing.underpayment;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.superbill.billing.ledger.Cents;

/** Where there are no contracts nothing is expected. */
@ApplicationScoped
@DefaultBean
class NoContracts implements ExpectedAmounts {
    @Override
    public Map<Service, Cents> of(Collection<Service> services) {
        return Map.of();
    }
}
