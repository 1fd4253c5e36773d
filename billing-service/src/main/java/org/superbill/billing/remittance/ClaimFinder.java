package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimProgress;
import org.superbill.billing.claim.MatchedClaims;
import org.superbill.billing.claim.MatchedClaims.Sought;
import org.superbill.billing.submission.Submissions;

/** Finds our claims that the claims of a payment are about, and holds them until the end of the transaction: by number, else by patient, day and charge. */
@ApplicationScoped
class ClaimFinder {
    private final Submissions submissions;
    private final ClaimProgress claims;
    private final MatchedClaims matched;

    ClaimFinder(Submissions submissions, ClaimProgress claims, MatchedClaims matched) {
        this.submissions = submissions;
        this.claims = claims;
        this.matched = matched;
    }

    /** @param first position of the first claim in its ST */
    KnownClaims find(int first, List<Remitted.Claim> chunk) {
        return find(first, chunk, null);
    }

    /** @param receivedAt of a payment that waited: by patient it means only claims that had left by then; absent for one that comes now */
    KnownClaims find(int first, List<Remitted.Claim> chunk, @Nullable Instant receivedAt) {
        var numbers = chunk.stream().map(Remitted.Claim::claimNumber).distinct().toList();
        submissions.ensureSent(numbers);
        var byNumber = claims.hold(numbers);
        return KnownClaims.of(first, chunk, byNumber, byPatient(first, chunk, byNumber, receivedAt));
    }

    private Map<Integer, ClaimContent> byPatient(
            int first, List<Remitted.Claim> chunk, Map<String, ClaimContent> byNumber, @Nullable Instant receivedAt) {
        var sought = new ArrayList<Sought>();
        KnownClaims.unnumbered(first, chunk, byNumber)
                .forEach(
                        (position, claim) -> sought(position, claim, receivedAt).ifPresent(sought::add));
        return matched.find(sought);
    }

    private static Optional<Sought> sought(int position, Remitted.Claim claim, @Nullable Instant receivedAt) {
        var patient = claim.patient();
        var date = claim.serviceDate();
        if (patient == null || patient.memberId() == null || date == null) {
            return Optional.empty();
        }
        if (claim.isReversal() && claim.payerClaimNumber() == null) {
            return Optional.empty();
        }
        return Optional.of(new Sought(
                position,
                patient.memberId(),
                patient.lastName(),
                date,
                Math.abs(claim.charge().value()),
                claim.isReversal() ? claim.payerClaimNumber() : null,
                receivedAt));
    }
}
