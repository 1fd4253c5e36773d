package org.superbill.billing.appeal;

import java.time.LocalDate;
import java.util.Optional;

/** What NCCI says of pairs of procedures. */
interface PairIndicators {
    /**
     * @param institutional whether a facility billed them: NCCI has pairs of its own for it
     * @param other another procedure of the patient's with this provider
     * @param from the first day on which both were given
     * @param through the last one
     * @return the modifier indicator (0 or 1) of the strictest pair in force on one of the days; empty when there is none
     */
    Optional<Integer> strictest(
            boolean institutional, String procedureCode, String other, LocalDate from, LocalDate through);
}
