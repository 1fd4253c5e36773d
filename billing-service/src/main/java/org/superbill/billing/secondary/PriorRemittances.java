package org.superbill.billing.secondary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.superbill.billing.archive.Archive;
import org.superbill.billing.claim.PriorDecisions;
import org.superbill.billing.claim.PriorPayer;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.remittance.PostedClaim;
import org.superbill.billing.remittance.PostedClaims;
import org.superbill.x12.remittance.Loop2100ClaimPayment;

/** Reads what payers have decided from the very files in which they said it, so that adjustments go on as they were received. */
@ApplicationScoped
class PriorRemittances implements PriorDecisions {
    private final PostedClaims posted;
    private final Archive archive;

    PriorRemittances(PostedClaims posted, Archive archive) {
        this.posted = posted;
        this.archive = archive;
    }

    @Override
    public List<PriorPayer> of(UUID claimId, IntUnaryOperator sequenceOfVersion, IntFunction<ClaimFacts> facts) {
        var all = posted.of(claimId);
        if (all.isEmpty()) {
            return List.of();
        }
        var charge = Cents.of(facts.apply(1).totalChargeCents());
        var inForce = InForce.bySequence(all, sequenceOfVersion, charge);
        var payments = payments(inForce.values().stream().flatMap(List::stream).toList());
        var priors = new ArrayList<PriorPayer>();
        inForce.forEach((sequence, claims) -> {
            var reading = new PriorPayerReading(sequence, facts.apply(sequence));
            claims.forEach(claim -> reading.add(claim, Objects.requireNonNull(payments.get(claim))));
            priors.add(reading.priorPayer());
        });
        return priors;
    }

    /** Each file is read once. */
    private Map<PostedClaim, Loop2100ClaimPayment> payments(List<PostedClaim> claims) {
        var payments = new HashMap<PostedClaim, Loop2100ClaimPayment>();
        var places = claims.stream()
                .collect(groupingBy(PostedClaim::x12FileId, mapping(RemittedClaims.Place::of, toList())));
        places.forEach((fileId, wanted) -> {
            var bytes = archive.find(fileId)
                    .orElseThrow(() -> new IllegalStateException("The file %s is not kept".formatted(fileId)));
            var found = RemittedClaims.in(bytes, wanted);
            claims.stream()
                    .filter(claim -> claim.x12FileId().equals(fileId))
                    .forEach(claim -> payments.put(claim, found.get(RemittedClaims.Place.of(claim))));
        });
        claims.forEach(claim -> {
            if (payments.get(claim) == null) {
                throw new IllegalStateException(
                        "Remittance %s has no claim at its place".formatted(claim.remittanceId()));
            }
        });
        return payments;
    }
}
