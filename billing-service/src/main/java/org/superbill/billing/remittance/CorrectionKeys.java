package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which claims a large payment reverses and decides anew, and where: of each CLP only whose it is, for there may be very many. Pure. */
final class CorrectionKeys {
    private final Remitted remitted;
    private final Map<UUID, List<Said>> said = new HashMap<>();

    /** One CLP, as {@link Settled} has it. */
    private record Said(
            int position,
            boolean isReversal,
            @Nullable UUID payerId,
            @Nullable Integer turn) {
        private boolean corrects(Said reversal) {
            return !isReversal && Settled.mayBeOfSamePayer(payerId, turn, reversal.payerId, reversal.turn);
        }
    }

    CorrectionKeys(Remitted remitted) {
        this.remitted = remitted;
    }

    /** In the payer's order. */
    void add(KnownClaims known) {
        for (var placed : known.claims()) {
            var content = placed.content();
            if (content != null && !placed.decidesNothing()) {
                var payer = PayerOfClaim.orOwn(remitted, placed.claim(), content);
                said.computeIfAbsent(content.claimId(), id -> new ArrayList<>(2))
                        .add(new Said(placed.position(), placed.claim().isReversal(), payer.payerId(), payer.turn()));
            }
        }
    }

    /** Positions of the reversals of what the same payer also decides. */
    Set<Integer> reversals() {
        var positions = new HashSet<Integer>();
        said.values()
                .forEach(ofClaim -> ofClaim.stream()
                        .filter(one -> one.isReversal && ofClaim.stream().anyMatch(other -> other.corrects(one)))
                        .forEach(reversal -> positions.add(reversal.position)));
        return positions;
    }

    /** Claims of which a reversal stands behind what may replace what it takes back. */
    Set<UUID> outOfOrder() {
        var claims = new HashSet<UUID>();
        said.forEach((claimId, ofClaim) -> {
            if (ofClaim.stream()
                    .anyMatch(one -> one.isReversal
                            && ofClaim.stream()
                                    .anyMatch(other -> other.corrects(one) && other.position < one.position))) {
                claims.add(claimId);
            }
        });
        return claims;
    }
}
