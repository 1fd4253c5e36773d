package org.superbill.billing.remittance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.superbill.billing.claim.ClaimContent;

/**
 * Why a payment that balances is not posted until a person has looked: it does not fit what is known of its claims. Its claims are
 * shown to it in their order, some at a time. Pure.
 */
final class Doubts {
    /** CLP02 (005010X221A1, 2100). */
    private static final Set<String> STATUSES = Set.of("1", "2", "3", "4", "19", "20", "21", "22", "23", "25");

    private final Remitted remitted;
    private final StandingDecisions standing = new StandingDecisions();
    private final Map<Integer, Settled> reversed = new HashMap<>();
    private final Map<Integer, List<Settled>> parts = new HashMap<>();
    private final Map<Integer, String> doubts = new TreeMap<>();
    private final Map<Integer, Unfit> unfit = new HashMap<>();
    private final Set<Integer> corrected = new HashSet<>();
    private final Set<Integer> judgedFirst = new HashSet<>();

    /** What the books do not take as the payment says it, whoever has looked at it. */
    enum Unfit {
        /** The payer has decided the claim, and has not reversed that. */
        SECOND_PAYMENT,
        /** Nothing is posted and not yet reversed that the reversal matches. */
        REVERSAL_OF_NOTHING
    }

    Doubts(Remitted remitted) {
        this.remitted = remitted;
    }

    /** @param reversals of which the same payer also decides the claim, in another chunk perhaps, by position */
    void expect(Set<Integer> reversals) {
        corrected.addAll(reversals);
    }

    /** Of these claims nothing is known from an earlier chunk. */
    List<UUID> unseen(KnownClaims known) {
        return known.claimIds().stream().filter(id -> !standing.knows(id)).toList();
    }

    /**
     * The first one, in plain words after its code. All claims are followed, whatever is found.
     *
     * @param before what was posted about the {@link #unseen} claims, in its order
     */
    Optional<String> first(KnownClaims known, List<Settled> before) {
        unseen(known).forEach(standing::of);
        before.forEach(standing::follow);
        if (known.claims().stream().anyMatch(placed -> placed.claim().isReversal())) {
            var corrections = new Corrections(remitted);
            corrections.add(known);
            corrected.addAll(corrections.reversals());
            judgedFirst.addAll(corrections.reversalsOf(standing));
        }
        for (var placed : inOrder(known).claims()) {
            var content = placed.content();
            if (content != null) {
                var ofBooks = doubt(placed, content);
                unknownStatus(placed.claim())
                        .or(() -> ofBooks)
                        .ifPresent(doubt -> doubts.put(placed.position(), doubt));
            }
        }
        return doubts.entrySet().stream()
                .findFirst()
                .map(doubt -> "A person has to look: %s (claim %d)".formatted(doubt.getValue(), doubt.getKey()));
    }

    /** A reversal of what was posted before comes before the decision that replaces it, wherever it stands in the chunk. */
    KnownClaims inOrder(KnownClaims known) {
        return known.first(judgedFirst);
    }

    private static Optional<String> unknownStatus(Remitted.Claim claim) {
        return STATUSES.contains(claim.statusCode())
                ? Optional.empty()
                : Optional.of("status-unknown: CLP02 '%s' is no status of a claim".formatted(claim.statusCode()));
    }

    /** All, by the position of the claim. */
    Map<Integer, String> all() {
        return new TreeMap<>(doubts);
    }

    /** Of the claims that have been seen so far, by position; whatever else is doubtful of them. */
    Map<Integer, Unfit> unfit() {
        return unfit;
    }

    /** With those of the payment itself, as far as they have been seen. */
    StandingDecisions standing() {
        return standing;
    }

    /** What the reversals take back that have been seen so far, by their position. */
    Map<Integer, Settled> reversed() {
        return reversed;
    }

    /** Positions of the reversals of what the same payer also decides in the payment, as far as that is known. */
    Set<Integer> corrected() {
        return corrected;
    }

    /** Of a claim that its payer decides in parts, those before, by position. */
    Map<Integer, List<Settled>> partsBefore() {
        return parts;
    }

    private Optional<String> doubt(KnownClaims.Placed placed, ClaimContent content) {
        var claim = placed.claim();
        if (placed.decidesNothing()) {
            return whoDiffers(claim, content);
        }
        var payer = PayerOfClaim.orOwn(remitted, claim, content);
        var settled = RemittanceClaim.settled(placed.position(), content, payer, claim);
        var before =
                settled.isReversal() ? List.<Settled>of() : standing.partsBefore(settled, content, payer.isLater());
        if (!before.isEmpty()) {
            parts.put(placed.position(), before);
        }
        var paidBefore = !settled.isReversal() && isPaidBefore(settled, before, payer.isLater());
        var tooEarly = !settled.isReversal() && isBeforeItself(payer, content);
        var follows =
                standing.follow(paidBefore ? settled.paidAgain() : settled, corrected.contains(placed.position()));
        if (settled.isReversal() && follows.isEmpty()) {
            unfit.put(placed.position(), Unfit.REVERSAL_OF_NOTHING);
        } else if (paidBefore) {
            unfit.put(placed.position(), Unfit.SECOND_PAYMENT);
        }
        follows.ifPresent(earlier -> reversed.put(placed.position(), earlier));
        var differs = whoDiffers(claim, content);
        if (differs.isPresent()) {
            return differs;
        }
        if (settled.isReversal()) {
            return follows.isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            "nothing-to-reverse: nothing is posted and not yet reversed that the reversal matches");
        }
        if (tooEarly) {
            return Optional.of(
                    "coverage-undecided: the payer insures the patient twice and has not decided by the coverage that comes before");
        }
        return paidBefore
                ? Optional.of("already-paid: the payer has decided the claim before and has not reversed that")
                : Optional.empty();
    }

    /** Of a payer that insures the patient twice both decisions are in one balance, so that they are posted in their order. */
    private boolean isBeforeItself(PayerOfClaim payer, ClaimContent content) {
        return payer.isLater()
                && content.coordination() == null
                && payer.payerId().equals(content.facts().payer().payerId())
                && standing.of(content.claimId()).stream()
                        .noneMatch(earlier -> payer.payerId().equals(earlier.payerId()) && !earlier.isAfter(1));
    }

    private Optional<String> whoDiffers(Remitted.Claim claim, ClaimContent content) {
        if (!remitted.isPaidTo(content.facts().organization())) {
            return Optional.of("payee-differs: the payee is not the organization that billed the claim");
        }
        return switch (PayerOfClaim.candidates(remitted, claim, content).size()) {
            case 0 -> Optional.of("payer-differs: the payer is not the one that the claim was sent to");
            case 1 -> Optional.empty();
            default ->
                Optional.of(
                        "coverage-uncertain: several coverages of the claim are of this payer, and the member's and the group's number, the days of the coverages"
                                + " and CLP02 do not tell one of them");
        };
    }

    /** By the same payer: another one of the claim may have decided in its own turn. @param parts of one decision with this one */
    private boolean isPaidBefore(Settled settled, List<Settled> parts, boolean later) {
        return standing.of(settled.claimId()).stream()
                .filter(earlier -> earlier.moved() && !parts.contains(earlier))
                .anyMatch(earlier -> settled.isOfSamePayerAs(earlier, later));
    }
}
