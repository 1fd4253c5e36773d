package org.superbill.billing.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A service whose allowed amount is asked for.
 *
 * @param chargeCents for all units; below zero when it is not known
 * @param inFacility whether the place of service is a facility's
 */
public record ContractedService(
        UUID payerId,
        LocalDate on,
        String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        long chargeCents,
        boolean inFacility) {
    public ContractedService {
        modifiers = List.copyOf(modifiers);
    }

    boolean isCharged() {
        return chargeCents >= 0;
    }
}
