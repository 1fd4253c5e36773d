package org.superbill.billing.filingproof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.claim.SentClaims;
import org.superbill.billing.claim.SentClaims.SentVersion;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.submission.FileTotals;
import org.superbill.billing.x12file.AcknowledgmentLog;
import org.superbill.servicekit.problem.Problem;

/** Puts together what proves that a claim was filed in time. */
@ApplicationScoped
class FilingProof {
    private final SentClaims sent;
    private final ClaimContents claims;
    private final FileTotals files;
    private final AcknowledgmentLog acknowledgments;
    private final Deadlines deadlines;
    private final Clock clock;

    FilingProof(
            SentClaims sent,
            ClaimContents claims,
            FileTotals files,
            AcknowledgmentLog acknowledgments,
            Deadlines deadlines,
            Clock clock) {
        this.sent = sent;
        this.claims = claims;
        this.files = files;
        this.acknowledgments = acknowledgments;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * @return a PDF
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code FILING_PROOF_NOT_SENT}
     */
    byte[] of(UUID claimId) {
        return PdfPage.of(ProofPage.of(evidence(claimId)));
    }

    @Transactional
    Evidence evidence(UUID claimId) {
        claims.requireKnown(claimId);
        var versions = sent.versionsOf(claimId);
        if (versions.isEmpty()) {
            throw new Problem(FilingProofProblem.FILING_PROOF_NOT_SENT, "No version of the claim has left");
        }
        var newest = versions.get(versions.size() - 1);
        var carried = versions.stream()
                .map(SentVersion::submissionId)
                .filter(Objects::nonNull) // a former system has sent the others
                .toList();
        return new Evidence(
                claims.content(claimId, newest.version()).facts(),
                versions,
                files.files(carried),
                acknowledgments.about(
                        carried, versions.stream().map(SentVersion::claimNumber).toList()),
                deadlines.of(claimId).stream()
                        .filter(deadline -> deadline.kind() == DeadlineKind.TIMELY_FILING)
                        .toList(),
                clock.instant());
    }
}
