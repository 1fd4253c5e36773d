package org.superbill.billing.contract;

import java.time.LocalDate;
import java.util.Optional;
import org.superbill.billing.edittable.FeeIndicator;

/** What Medicare pays, as far as its tables are loaded. */
interface MedicareRates {
    /**
     * @param modifier 26 or TC for a component, else empty
     * @param inFacility whether the place of service is a facility's, where less practice expense is paid
     */
    Optional<MedicareAmount> of(
            String procedureCode,
            String modifier,
            String contractor,
            String locality,
            boolean inFacility,
            LocalDate on);

    /** What the fee schedule says of a code besides its value; empty where it is not loaded. @param modifier as above */
    default Optional<FeeIndicator> indicator(String procedureCode, String modifier, LocalDate on) {
        return Optional.empty();
    }
}
