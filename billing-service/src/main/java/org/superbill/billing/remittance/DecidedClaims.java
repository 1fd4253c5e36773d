package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.Adjudication;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimDecisions.Decision;
import org.superbill.billing.ledger.Cents;

/** What a payer has decided of the claims of a chunk, once all of it is posted: how each stands, what is told to it and what is kept of it. Pure. */
final class DecidedClaims {
    private final UUID remittanceId;
    private final Remitted remitted;
    private final PostedBefore before;
    private final LeftToPayers left;
    private final Refitting refitting;
    private final List<RemittanceClaim> rows = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Set<UUID> undecidedInPart = new LinkedHashSet<>();
    private final Set<UUID> decidedInAllParts = new LinkedHashSet<>();

    /**
     * One of them.
     *
     * @param part null where the whole claim is decided
     * @param entryId what is posted of it; null where nothing is
     */
    record Decided(
            KnownClaims.Placed placed,
            ClaimContent content,
            PayerOfClaim payer,
            ClaimPosting posting,
            @Nullable PartOfClaim part,
            @Nullable UUID entryId) {}

    /** @param decided in the order of their posting */
    DecidedClaims(
            UUID remittanceId,
            Remitted remitted,
            PostedBefore before,
            LeftToPayers left,
            Refitting refitting,
            List<Decided> decided) {
        this.remittanceId = remittanceId;
        this.remitted = remitted;
        this.before = before;
        this.left = left;
        this.refitting = refitting;
        var adjudications = adjudications(decided);
        decided.forEach(one -> decide(one, Objects.requireNonNull(adjudications.get(one.placed.position()))));
    }

    private void decide(Decided one, Adjudication adjudication) {
        var content = one.content;
        var claim = one.placed.claim();
        var part = one.part;
        var rest = part != null && adjudication == Adjudication.NEEDS_REVIEW ? part.rest() : Cents.ZERO;
        if (!rest.isZero()) {
            undecidedInPart.add(content.claimId());
        } else if (before.parts().containsKey(one.placed.position())) {
            undecidedInPart.remove(content.claimId());
            decidedInAllParts.add(content.claimId());
        }
        decisions.add(new Decision(
                content.claimNumber(),
                adjudication,
                claim.payerClaimNumber(),
                detail(one, rest),
                remittanceId,
                one.payer.payerId(),
                remitted.paymentDate(),
                left.isOvertaken(content.claimId(), one.payer),
                before.corrected().contains(one.placed.position()),
                part == null ? null : part.before().size() + 1));
        var position = one.placed.position();
        rows.add(new RemittanceClaim(
                remittanceId,
                one.placed,
                one.payer,
                adjudication,
                one.posting.laterDecision().orElse(null),
                part == null || part.isLast() // until then the parts are none
                        ? one.posting.decision(before.partsOf(position))
                        : null,
                one.entryId,
                "posted"));
    }

    /** By position: parts that come to the whole claim are one decision, and what takes a person is none. */
    private Map<Integer, Adjudication> adjudications(List<Decided> decided) {
        var adjudications = new HashMap<Integer, Adjudication>();
        for (var one : decided) {
            var position = one.placed.position();
            if (one.placed.claim().isReversal() || one.placed.claim().isPredetermination()) {
                adjudications.put(position, one.posting.adjudication());
                continue;
            }
            var parts = before.partsOf(position);
            var adjudication = refitting.open(one.content.claimId()).isPresent()
                    ? Adjudication.NEEDS_REVIEW
                    : one.posting.adjudication(parts);
            adjudications.put(position, adjudication);
            parts.stream()
                    .filter(part -> part.remittanceId() == null) // of this payment
                    .forEach(part -> adjudications.replace(part.position(), adjudication));
        }
        return adjudications;
    }

    private String detail(Decided one, Cents rest) {
        var claim = one.placed.claim();
        var said = new ArrayList<String>();
        said.add("Remittance %s: charged %s, paid %s, the patient's part %s"
                .formatted(
                        remitted.traceNumber(),
                        claim.charge().dollars(),
                        claim.paid().dollars(),
                        claim.patientResponsibility().dollars()));
        if (!one.posting.adjustedBefore().isZero()) {
            said.add("adjustments of %s repeat those of the payers before"
                    .formatted(one.posting.adjustedBefore().dollars()));
        }
        if (!rest.isZero()) {
            said.add("a part of the claim: %s of its charge is not decided".formatted(rest.dollars()));
        }
        refitting.open(one.content.claimId()).ifPresent(said::add);
        return String.join("; ", said);
    }

    List<RemittanceClaim> rows() {
        return List.copyOf(rows);
    }

    /** In the payer's order: a reversal before what replaces it. */
    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** Claims of which the payer has decided a part, and not the rest. */
    Set<UUID> undecidedInPart() {
        return Set.copyOf(undecidedInPart);
    }

    /** Claims of which the last part has come. */
    Set<UUID> decidedInAllParts() {
        return Set.copyOf(decidedInAllParts);
    }
}
