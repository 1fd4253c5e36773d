package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Cents;

/** What payers have decided about claims and not taken back; it is shown their decisions in the order of their posting. Pure. */
final class StandingDecisions {
    private final Map<UUID, List<Settled>> byClaim = new HashMap<>();
    private final Map<UUID, List<Settled>> paidAgain = new HashMap<>();
    private final Map<UUID, Map<@Nullable UUID, UUID>> payers = new HashMap<>();

    boolean knows(UUID claimId) {
        return byClaim.containsKey(claimId);
    }

    List<Settled> of(UUID claimId) {
        return byClaim.computeIfAbsent(claimId, id -> new ArrayList<>());
    }

    /** Who has decided the claim, or taken that back, by payment; by an absent one in that which is being looked at. */
    Map<@Nullable UUID, UUID> payersOf(UUID claimId) {
        return payers.getOrDefault(claimId, Map.of());
    }

    /** Whether a payer that comes later than this one has decided the claim. */
    boolean isOvertaken(UUID claimId, PayerOfClaim payer) {
        return of(claimId).stream().anyMatch(decision -> decision.isAfter(payer.turn()));
    }

    /**
     * A second payment decides nothing, so that it is no decision that stands; a reversal that fits it takes it back, and not the decision, unless it was posted as one of the decision.
     *
     * @return what a reversal takes back; empty for what is none, and for a reversal of nothing
     */
    Optional<Settled> follow(Settled settled) {
        return follow(settled, settled.remittanceId() != null && !settled.again());
    }

    /** @param ofDecision whether a reversal that fits a second payment, too, takes back the decision */
    Optional<Settled> follow(Settled settled, boolean ofDecision) {
        var ofClaim = of(settled.claimId());
        if (settled.payerId() != null) {
            payers.computeIfAbsent(settled.claimId(), id -> new HashMap<>())
                    .put(settled.remittanceId(), settled.payerId());
        }
        var again = paidAgain.computeIfAbsent(settled.claimId(), id -> new ArrayList<>());
        if (!settled.isReversal()) {
            (settled.again() ? again : ofClaim).add(settled);
            return Optional.empty();
        }
        return ofDecision
                ? takenBack(settled, ofClaim).or(() -> takenBack(settled, again))
                : takenBack(settled, again).or(() -> takenBack(settled, ofClaim));
    }

    private static Optional<Settled> takenBack(Settled reversal, List<Settled> posted) {
        var taken = posted.stream().filter(reversal::takesBack).findFirst();
        taken.ifPresent(posted::remove);
        return taken;
    }

    /**
     * The parts of the claim that its payer has decided before and that are one decision with it.
     *
     * @param later whether the payer is a later one
     */
    List<Settled> partsBefore(Settled part, ClaimContent content, boolean later) {
        return partsBefore(part, of(part.claimId()), content, later);
    }

    /** Whether a payer has decided a part of the claim, and not the rest. */
    boolean isDecidedInPart(ClaimContent content) {
        var decisions = of(content.claimId());
        var charge = Cents.of(content.facts().totalChargeCents());
        for (var i = 0; i < decisions.size(); i++) {
            var part = decisions.get(i);
            var later = part.isAfter(1);
            var isLast = decisions.subList(i + 1, decisions.size()).stream()
                    .noneMatch(next -> next.isOfSamePayerAs(part, later));
            if (isLast && part.isPartOf(content)) {
                var before = partsBefore(part, decisions.subList(0, i), content, later);
                if (!part.charge().plus(Cents.sum(before, Settled::charge)).equals(charge)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @param decisions about the claim, in the order of their posting: the last ones that come, with the part, to no more than each line's charge */
    static List<Settled> partsBefore(Settled part, List<Settled> decisions, ClaimContent content, boolean later) {
        var parts = new LinkedList<Settled>();
        if (!part.isPartOf(content)) {
            return parts;
        }
        var charges = new ByLine();
        charges.addAll(part.lineCharges());
        for (var i = decisions.size() - 1; i >= 0; i--) {
            var earlier = decisions.get(i);
            if (part.isOfSamePayerAs(earlier, later)) {
                charges.addAll(earlier.lineCharges());
                if (!earlier.isPartOf(content) || Settled.isAboveACharge(charges, content)) {
                    break;
                }
                parts.addFirst(earlier);
            }
        }
        return parts;
    }
}
