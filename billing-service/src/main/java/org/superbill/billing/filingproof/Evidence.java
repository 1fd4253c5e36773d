package org.superbill.billing.filingproof;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.superbill.billing.claim.SentClaims.SentVersion;
import org.superbill.billing.deadline.Deadlines.Kept;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.submission.FileTotals.SentFile;
import org.superbill.billing.x12file.AcknowledgmentLog.Said;

/**
 * All that is known of the filing of a claim.
 *
 * @param payers in the order in which they got it; at least one
 * @param made when this was put together
 */
record Evidence(List<ToPayer> payers, List<Kept> deadlines, Instant made) {
    /**
     * What one payer got: what another has acknowledged proves nothing to it.
     *
     * @param facts of the newest version that went to it
     * @param taken what was said of versions that were not rejected
     */
    record ToPayer(
            ClaimFacts facts,
            List<SentVersion> versions,
            List<SentFile> files,
            List<Said> acknowledgments,
            List<Said> taken) {

        /** A rejected one was never filed. */
        Optional<SentVersion> firstKept() {
            return versions.stream().filter(version -> !version.rejected()).findFirst();
        }
    }

    ClaimFacts facts() {
        return payers.get(payers.size() - 1).facts();
    }

    ZoneId zone() {
        return ZoneId.of(facts().organization().timeZone());
    }
}
