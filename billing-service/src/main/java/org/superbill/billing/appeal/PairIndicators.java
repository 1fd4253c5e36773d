package org.superbill.billing.appeal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** What NCCI says of pairs of procedures. */
interface PairIndicators {
    /**
     * @param institutional whether a facility billed them: NCCI has pairs of its own for it
     * @param others the other procedures of the patient's day with this provider
     * @return the modifier indicator (0 or 1) of the strictest pair in force on the day; empty when there is none
     */
    Optional<String> strictest(boolean institutional, String procedureCode, Collection<String> others, LocalDate on);
}
