package org.superbill.billing.filingproof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.superbill.billing.claim.SentClaims.SentVersion;
import org.superbill.billing.deadline.Deadlines.Kept;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.submission.FileTotals.SentFile;
import org.superbill.billing.x12file.AcknowledgmentLog.Said;

/**
 * All that is known of the filing of a claim.
 *
 * @param facts of its newest version that left
 * @param made when this was put together
 */
record Evidence(
        ClaimFacts facts,
        List<SentVersion> versions,
        List<SentFile> files,
        List<Said> acknowledgments,
        List<Kept> deadlines,
        Instant made) {

    ZoneId zone() {
        return ZoneId.of(facts.organization().timeZone());
    }

    LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }
}
