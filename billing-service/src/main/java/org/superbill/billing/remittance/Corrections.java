package org.superbill.billing.remittance;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Claims that a payer reverses and decides anew in one payment: the order in which it says both is not the order in which they count. Pure. */
final class Corrections {
    private final Remitted remitted;
    private final Map<UUID, List<Settled>> said = new HashMap<>();
    private final Set<UUID> reversed = new HashSet<>();

    Corrections(Remitted remitted) {
        this.remitted = remitted;
    }

    /** In the payer's order. */
    void add(KnownClaims known) {
        known.claims().stream()
                .filter(placed -> placed.claim().isReversal())
                .flatMap(placed -> Stream.ofNullable(placed.content()))
                .forEach(content -> reversed.add(content.claimId()));
        for (var placed : known.claims()) {
            var content = placed.content();
            if (content != null && !placed.decidesNothing()) {
                var payer = PayerOfClaim.orOwn(remitted, placed.claim(), content);
                said.computeIfAbsent(content.claimId(), id -> new ArrayList<>(1))
                        .add(RemittanceClaim.settled(placed.position(), content, payer, placed.claim()));
            }
        }
    }

    /** Claims of which something is taken back. */
    List<UUID> reversed() {
        return List.copyOf(reversed);
    }

    /** Positions of the reversals of what the same payer also decides. */
    Set<Integer> reversals() {
        return reversed.stream()
                .flatMap(claimId -> reversals(ofClaim(claimId)))
                .map(Settled::position)
                .collect(toSet());
    }

    private List<Settled> ofClaim(UUID claimId) {
        return said.getOrDefault(claimId, List.of());
    }

    private static Stream<Settled> reversals(List<Settled> ofClaim) {
        return ofClaim.stream()
                .filter(Settled::isReversal)
                .filter(reversal -> corrections(reversal, ofClaim).findAny().isPresent());
    }

    private static Stream<Settled> corrections(Settled reversal, List<Settled> ofClaim) {
        return ofClaim.stream().filter(other -> !other.isReversal() && reversal.isOfSamePayerAs(other, false));
    }

    /** Positions of those that take back what stood before the payment: each takes another decision. */
    Set<Integer> reversalsOf(StandingDecisions standing) {
        return takenBack(standing).map(Settled::position).collect(toSet());
    }

    /** Those of them that stand behind what replaces it. */
    Set<Integer> reversalsBehind(StandingDecisions standing) {
        return takenBack(standing)
                .filter(reversal -> corrections(reversal, ofClaim(reversal.claimId()))
                        .anyMatch(correction -> correction.position() < reversal.position()))
                .map(Settled::position)
                .collect(toSet());
    }

    private Stream<Settled> takenBack(StandingDecisions standing) {
        return reversed.stream().flatMap(claimId -> takenBack(standing.of(claimId), ofClaim(claimId)));
    }

    private static Stream<Settled> takenBack(List<Settled> standing, List<Settled> ofClaim) {
        var open = new ArrayList<>(standing);
        return reversals(ofClaim).toList().stream()
                .filter(reversal -> open.stream()
                        .filter(reversal::takesBack)
                        .findFirst()
                        .map(taken -> open.remove(taken))
                        .orElse(false));
    }
}
