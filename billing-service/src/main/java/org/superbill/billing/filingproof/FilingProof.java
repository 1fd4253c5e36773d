package org.superbill.billing.filingproof;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.claim.SentClaims;
import org.superbill.billing.claim.SentClaims.SentVersion;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.remittance.PostedClaims;
import org.superbill.billing.remittance.PostedClaims.DecidedIn;
import org.superbill.billing.submission.FileTotals;
import org.superbill.billing.x12file.AcknowledgmentLog;
import org.superbill.billing.x12file.AcknowledgmentLog.Said;
import org.superbill.servicekit.problem.Problem;

/** Puts together what proves that a claim was filed in time. */
@ApplicationScoped
class FilingProof {
    private final SentClaims sent;
    private final ClaimContents claims;
    private final FileTotals files;
    private final AcknowledgmentLog acknowledgments;
    private final PostedClaims posted;
    private final Deadlines deadlines;
    private final Clock clock;

    FilingProof(
            SentClaims sent,
            ClaimContents claims,
            FileTotals files,
            AcknowledgmentLog acknowledgments,
            PostedClaims posted,
            Deadlines deadlines,
            Clock clock) {
        this.sent = sent;
        this.claims = claims;
        this.files = files;
        this.acknowledgments = acknowledgments;
        this.posted = posted;
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
        var byPayer = versions.stream()
                .collect(
                        groupingBy(version -> facts(claimId, version).payer().payerId(), LinkedHashMap::new, toList()));
        return new Evidence(
                byPayer.values().stream()
                        .map(ofPayer -> toPayer(claimId, ofPayer))
                        .toList(),
                deadlines.of(claimId).stream()
                        .filter(deadline -> deadline.kind() == DeadlineKind.TIMELY_FILING)
                        .toList(),
                clock.instant());
    }

    private Evidence.ToPayer toPayer(UUID claimId, List<SentVersion> versions) {
        var facts = facts(claimId, versions.get(versions.size() - 1));
        var payerId = facts.payer().payerId();
        return new Evidence.ToPayer(
                facts,
                versions,
                files.files(files(versions)),
                said(claimId, payerId, versions),
                said(
                        claimId,
                        payerId,
                        versions.stream().filter(version -> !version.rejected()).toList()));
    }

    private ClaimFacts facts(UUID claimId, SentVersion version) {
        return claims.content(claimId, version.version()).facts();
    }

    /** Last what the payer has decided: what it has decided it has. */
    private List<Said> said(UUID claimId, UUID payerId, List<SentVersion> versions) {
        var numbers = versions.stream().map(SentVersion::version).toList();
        var decided = posted.files(claimId).stream()
                .filter(file -> numbers.contains(file.claimVersion()) && file.isOf(payerId))
                .toList();
        var hashes = acknowledgments.hashes(
                decided.stream().map(DecidedIn::x12FileId).distinct().toList());
        return Stream.concat(
                        acknowledgments
                                .about(
                                        files(versions),
                                        versions.stream()
                                                .map(SentVersion::claimNumber)
                                                .toList())
                                .stream(),
                        decided.stream()
                                .map(file -> new Said(
                                        file.x12FileId(),
                                        file.isPaper() ? "paper EOB" : "835",
                                        "The payer's decision, trace %s of %s"
                                                .formatted(file.traceNumber(), file.paymentDate()),
                                        file.receivedAt(),
                                        hashes.getOrDefault(file.x12FileId(), ""))))
                .toList();
    }

    private static List<UUID> files(List<SentVersion> versions) {
        return versions.stream()
                .map(SentVersion::submissionId)
                .filter(Objects::nonNull) // a former system has sent the others
                .toList();
    }
}
