package org.superbill.billing.remittance;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Whether a payer has passed the claim on to the next one by itself, so that nobody bills that one again. Pure. Source:
 * 005010X221A1, CLP02 and loop 2100 NM1*TT; Medicare Claims Processing Manual (CMS 100-04), chapter 28.
 */
final class Forwarding {
    private static final Set<String> STATUS = Set.of("19", "20", "21", "23");
    private static final List<String> REMARKS = List.of("MA18", "MA07", "N89");

    private Forwarding() {}

    /**
     * @param statusCode CLP02
     * @param remarks remark codes of the claim and of its lines
     * @param hasCrossoverCarrier whether loop 2100 has NM1*TT
     */
    static boolean isForwarded(String statusCode, Collection<String> remarks, boolean hasCrossoverCarrier) {
        return STATUS.contains(statusCode)
                || !statusCode.equals("22")
                        && (hasCrossoverCarrier || REMARKS.stream().anyMatch(remarks::contains));
    }
}
