package org.superbill.coding.codingcase;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32;
import org.superbill.coding.codingpolicy.CodingPolicy;

/** Whether an auditor sees a finalized case before it is released. */
final class AuditFirstRule {
    private static final int ALL = 100;

    private AuditFirstRule() {}

    /**
     * The random part follows from the case and its version alone: who asks again gets the same answer.
     *
     * @param finalizedBefore how many cases the coder has finalized before this one
     */
    static boolean applies(
            CodingPolicy.AuditFirst policy, UUID caseId, int version, long chargeCents, long finalizedBefore) {
        return finalizedBefore < policy.newCoderCases()
                || policy.minimumChargeCents() != null && chargeCents >= policy.minimumChargeCents()
                || hundredth(caseId, version) < policy.percent();
    }

    /** 0 to 99, evenly. */
    private static long hundredth(UUID caseId, int version) {
        var sum = new CRC32();
        sum.update((caseId + "/" + version).getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % ALL;
    }
}
