package org.superbill.billing.remittance;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.claim.ClaimContent;

/** Claims that a payer reverses and decides anew in one payment: the order in which it says both is not the order in which they count. Pure. */
final class Corrections {
    private final Map<UUID, List<Settled>> said = new LinkedHashMap<>();

    Corrections(Remitted remitted, KnownClaims known) {
        var reversed = known.claims().stream()
                .filter(placed -> placed.claim().isReversal())
                .flatMap(placed -> Stream.ofNullable(placed.content()))
                .map(ClaimContent::claimId)
                .collect(toSet());
        for (var placed : known.claims()) {
            var content = placed.content();
            if (content != null && reversed.contains(content.claimId()) && !placed.decidesNothing()) {
                var payer = PayerOfClaim.orOwn(remitted, placed.claim(), content);
                said.computeIfAbsent(content.claimId(), id -> new ArrayList<>())
                        .add(RemittanceClaim.settled(placed.position(), content, payer, placed.claim()));
            }
        }
    }

    /** Positions of the reversals of what the same payer also decides. */
    Set<Integer> reversals() {
        return said.values().stream()
                .flatMap(Corrections::reversals)
                .map(Settled::position)
                .collect(toSet());
    }

    private static Stream<Settled> reversals(List<Settled> ofClaim) {
        return ofClaim.stream()
                .filter(Settled::isReversal)
                .filter(reversal -> ofClaim.stream()
                        .anyMatch(other -> !other.isReversal() && reversal.isOfSamePayerAs(other, false)));
    }

    /** Positions of those that take back what stood before the payment: each takes another decision. */
    Set<Integer> reversalsOf(StandingDecisions standing) {
        var positions = new HashSet<Integer>();
        said.forEach((claimId, ofClaim) -> {
            var open = new ArrayList<>(standing.of(claimId));
            reversals(ofClaim)
                    .forEach(reversal -> open.stream()
                            .filter(reversal::takesBack)
                            .findFirst()
                            .ifPresent(taken -> {
                                open.remove(taken);
                                positions.add(reversal.position());
                            }));
        });
        return positions;
    }
}
