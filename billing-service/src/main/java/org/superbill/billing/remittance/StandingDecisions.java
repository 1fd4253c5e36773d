package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What payers have decided about claims and not taken back; it is shown their decisions in the order of their posting. Pure. */
final class StandingDecisions {
    private final Map<UUID, List<Settled>> byClaim = new HashMap<>();

    boolean knows(UUID claimId) {
        return byClaim.containsKey(claimId);
    }

    List<Settled> of(UUID claimId) {
        return byClaim.computeIfAbsent(claimId, id -> new ArrayList<>());
    }

    /** Whether a payer that comes later than this one has decided the claim. */
    boolean isOvertaken(UUID claimId, PayerOfClaim payer) {
        return of(claimId).stream().anyMatch(decision -> decision.isAfter(payer.turn()));
    }

    /** @return what a reversal takes back; empty for what is none, and for a reversal of nothing */
    Optional<Settled> follow(Settled settled) {
        var ofClaim = of(settled.claimId());
        if (!settled.isReversal()) {
            ofClaim.add(settled);
            return Optional.empty();
        }
        var taken = ofClaim.stream().filter(settled::takesBack).findFirst();
        taken.ifPresent(ofClaim::remove);
        return taken;
    }
}
