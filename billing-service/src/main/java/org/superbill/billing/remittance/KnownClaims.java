package org.superbill.billing.remittance;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;

/** Some claims of a payment, each with the claim of ours that it is about, as far as there is one. */
final class KnownClaims {
    /** How a claim of ours was found. */
    enum MatchedBy {
        CONTROL_NUMBER,
        /** The one claim not decided yet of that member, that day and that charge. */
        PATIENT_DATE_AMOUNT,
        /** A named person has said so. */
        PERSON;

        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One CLP. @param position in its ST, from 1 */
    record Placed(
            int position,
            Remitted.Claim claim,
            @Nullable ClaimContent content,
            @Nullable MatchedBy matchedBy) {
        boolean isOurs() {
            return content != null;
        }

        /** Money that says it is none (CLP02 25 is "no payment"), until a person says what it is for. */
        boolean isPaidEstimate() {
            return claim.isEstimate() && !claim.paid().isZero() && matchedBy != MatchedBy.PERSON;
        }

        boolean decidesNothing() {
            return claim.isPredetermination() || isPaidEstimate();
        }
    }

    private final List<Placed> claims;

    KnownClaims(List<Placed> claims) {
        this.claims = List.copyOf(claims);
    }

    /**
     * @param first position of the first claim
     * @param byNumber our claims by claim number
     * @param byPosition our claims that were found otherwise
     */
    static KnownClaims of(
            int first,
            List<Remitted.Claim> claims,
            Map<String, ClaimContent> byNumber,
            Map<Integer, ClaimContent> byPosition) {
        return new KnownClaims(Stream.iterate(0, index -> index + 1)
                .limit(claims.size())
                .map(index -> placed(first + index, claims.get(index), byNumber, byPosition))
                .toList());
    }

    private static Placed placed(
            int position,
            Remitted.Claim claim,
            Map<String, ClaimContent> byNumber,
            Map<Integer, ClaimContent> byPosition) {
        var numbered = byNumber.get(claim.claimNumber());
        if (numbered != null) {
            return new Placed(position, claim, numbered, MatchedBy.CONTROL_NUMBER);
        }
        var matched = byPosition.get(position);
        return new Placed(position, claim, matched, matched == null ? null : MatchedBy.PATIENT_DATE_AMOUNT);
    }

    List<Placed> claims() {
        return claims;
    }

    /** Those at these positions before the others. */
    KnownClaims first(Set<Integer> positions) {
        return positions.isEmpty()
                ? this
                : new KnownClaims(claims.stream()
                        .sorted(Comparator.comparing(placed -> !positions.contains(placed.position())))
                        .toList());
    }

    /** Those at these positions. */
    KnownClaims only(IntPredicate positions) {
        return claims.stream().allMatch(placed -> positions.test(placed.position()))
                ? this
                : new KnownClaims(claims.stream()
                        .filter(placed -> positions.test(placed.position()))
                        .toList());
    }

    /** Those that are about these claims of ours. */
    KnownClaims of(Set<UUID> claimIds) {
        return new KnownClaims(claims.stream()
                .filter(placed ->
                        Stream.ofNullable(placed.content()).anyMatch(content -> claimIds.contains(content.claimId())))
                .toList());
    }

    List<UUID> claimIds() {
        return contents().map(ClaimContent::claimId).distinct().toList();
    }

    long unknownNumbers() {
        return claims.stream()
                .filter(claim -> !claim.isOurs())
                .map(claim -> claim.claim().claimNumber())
                .distinct()
                .count();
    }

    long paidEstimates() {
        return claims.stream()
                .filter(Placed::isOurs)
                .filter(Placed::isPaidEstimate)
                .count();
    }

    private Stream<ClaimContent> contents() {
        return claims.stream().map(Placed::content).flatMap(Stream::ofNullable);
    }

    /** The claims that are not ours by number, by position. */
    static Map<Integer, Remitted.Claim> unnumbered(
            int first, List<Remitted.Claim> claims, Map<String, ClaimContent> byNumber) {
        var unnumbered = new HashMap<Integer, Remitted.Claim>();
        for (var index = 0; index < claims.size(); index++) {
            if (!byNumber.containsKey(claims.get(index).claimNumber())) {
                unnumbered.put(first + index, claims.get(index));
            }
        }
        return unnumbered;
    }
}
