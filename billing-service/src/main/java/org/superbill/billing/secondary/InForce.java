package org.superbill.billing.secondary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.remittance.PostedClaim;

/** Which decisions of each payer in turn are in force. Pure. */
final class InForce {
    private InForce() {}

    /**
     * @param posted in the order of their posting
     * @param sequenceOfVersion the turn of the payer that a version was sent to
     * @param charge of the claim: one decision covers it, or the last ones do together
     */
    static Map<Integer, List<PostedClaim>> bySequence(
            List<PostedClaim> posted, IntUnaryOperator sequenceOfVersion, Cents charge) {
        var open = new TreeMap<Integer, List<PostedClaim>>();
        for (var claim : posted) {
            if (claim.isReversal()) {
                takeBack(open, claim, sequence(claim, sequenceOfVersion));
            } else {
                open.computeIfAbsent(sequence(claim, sequenceOfVersion), turn -> new ArrayList<>())
                        .add(claim);
            }
        }
        open.values().removeIf(List::isEmpty);
        open.replaceAll((turn, claims) -> last(claims, charge));
        return open;
    }

    /** A forwarded claim comes back from the next payer under the number that the first one got. */
    private static int sequence(PostedClaim claim, IntUnaryOperator sequenceOfVersion) {
        var sent = sequenceOfVersion.applyAsInt(claim.claimVersion());
        return switch (claim.statusCode()) {
            case "2", "20" -> Math.max(sent, 2);
            case "3", "21" -> Math.max(sent, 3);
            default -> sent;
        };
    }

    /** Of the payer whose turn the reversed version was; else of one that answered under the number of another's. */
    private static void takeBack(Map<Integer, List<PostedClaim>> open, PostedClaim reversal, int turn) {
        if (!takeBack(open.getOrDefault(turn, new ArrayList<>()), reversal)) {
            for (var claims : open.values()) {
                if (takeBack(claims, reversal)) {
                    return;
                }
            }
        }
    }

    private static boolean takeBack(List<PostedClaim> claims, PostedClaim reversal) {
        for (var i = claims.size() - 1; i >= 0; i--) {
            if (claims.get(i).paid().equals(reversal.paid().negated())) {
                claims.remove(i);
                return true;
            }
        }
        return false;
    }

    private static List<PostedClaim> last(List<PostedClaim> claims, Cents charge) {
        var sum = Cents.ZERO;
        for (var from = claims.size() - 1; from >= 0; from--) {
            sum = sum.plus(claims.get(from).charge());
            if (sum.equals(charge)) {
                return List.copyOf(claims.subList(from, claims.size()));
            }
        }
        return List.of(claims.get(claims.size() - 1));
    }
}
