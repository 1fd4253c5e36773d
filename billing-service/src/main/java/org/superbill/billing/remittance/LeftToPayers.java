package org.superbill.billing.remittance;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.OpenRefusal;
import org.superbill.billing.denial.PayersDecision;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.ledger.PostedEntries.MovedOfPayer;
import org.superbill.billing.ledger.PostedEntries.OwedByPayer;

/**
 * What the payers before have left to later ones, of the claims of a chunk of a payment that a later payer has decided; it follows what the chunk itself posts. Pure.
 */
final class LeftToPayers {
    /** Of a claim and one of its payers. */
    record Share(UUID claimId, UUID payerId) {}

    /** What of a claim was adjusted, and why. */
    record Place(@Nullable Integer claimLine, @Nullable String reason) {}

    /** Of a payer's receivable. */
    record Of(UUID payerId, Place place) {}

    private final Map<Share, ByLine> owed = new HashMap<>();
    private final Map<Share, Map<Place, Cents>> writtenOff = new HashMap<>();
    private final Map<Share, Map<Place, Cents>> ofPatient = new HashMap<>();
    private final Map<Share, Map<Of, Cents>> movedOfOthers = new HashMap<>();
    private final Map<Share, Cents> movedByPersons = new HashMap<>();
    private final List<OpenRefusal> refused;
    private final Map<Integer, LaterDecision> decided = new HashMap<>();
    private final Overtaken overtaken;

    /**
     * Claims whose later payers have decided before a payer that comes earlier decides, or takes back, something.
     *
     * @param standing what payers have decided about them
     * @param paidOn the days of the payments that have decided before
     */
    record Overtaken(List<ClaimContent> claims, StandingDecisions standing, Map<UUID, LocalDate> paidOn) {}

    /**
     * @param owed what each payer owes for each claim whose later payers decide or have decided something
     * @param refused of these claims what payers refuse; what the later payer has settled of it itself counts when it takes that back first: only then it is owed
     * @param moved of overtaken claims
     */
    LeftToPayers(List<OwedByPayer> owed, List<OpenRefusal> refused, List<MovedOfPayer> moved, Overtaken overtaken) {
        owed.forEach(line -> owedBy(new Share(line.claimId(), line.payerId())).add(line.claimLine(), line.amount()));
        this.refused = new ArrayList<>(refused);
        this.overtaken = overtaken;
        moved.forEach(this::moved);
    }

    private void moved(MovedOfPayer moved) {
        var share = new Share(moved.claimId(), moved.payerId());
        var place = new Place(moved.claimLine(), moved.reason());
        var decidedBy = overtaken.standing().payersOf(moved.claimId()).get(moved.remittanceId());
        if (moved.byPerson()) {
            if (moved.account() == Account.INSURANCE_RECEIVABLE) {
                movedByPersons.merge(share, moved.amount(), Cents::plus);
            }
        } else if (moved.account() == Account.CONTRACTUAL_ADJUSTMENT) {
            add(writtenOff, share, place, moved.amount());
        } else if (moved.account() == Account.PATIENT_RECEIVABLE) {
            add(ofPatient, share, place, moved.amount());
        } else if (moved.remittanceId() != null && decidedBy != null && !decidedBy.equals(moved.payerId())) {
            add(movedOfOthers, new Share(moved.claimId(), decidedBy), new Of(moved.payerId(), place), moved.amount());
        }
    }

    private static <P> void add(Map<Share, Map<P, Cents>> amounts, Share share, P place, Cents amount) {
        amounts.computeIfAbsent(share, key -> new LinkedHashMap<>()).merge(place, amount, Cents::plus);
    }

    ByLine owedBy(Share share) {
        return owed.computeIfAbsent(share, key -> new ByLine());
    }

    /** What the payer has adjusted by contract. */
    Map<Place, Cents> writtenOffBy(Share share) {
        return withoutZeros(writtenOff.getOrDefault(share, Map.of()));
    }

    /** What is the patient's by decisions of the payer. */
    Map<Place, Cents> ofPatientBy(Share share) {
        return withoutZeros(ofPatient.getOrDefault(share, Map.of()));
    }

    /** What decisions of the payer have moved of the receivables of others: of those before, what it has taken over; to those after, what it has passed on. */
    Map<Of, Cents> movedOfOthersBy(Share share) {
        return withoutZeros(movedOfOthers.getOrDefault(share, Map.of()));
    }

    private static <P> Map<P, Cents> withoutZeros(Map<P, Cents> amounts) {
        var left = new LinkedHashMap<>(amounts);
        left.values().removeIf(Cents::isZero);
        return left;
    }

    /** What persons have adjusted or sent back of what the payer owes, and what it has paid a second time. */
    Cents movedByPersons(Share share) {
        return movedByPersons.getOrDefault(share, Cents.ZERO);
    }

    /** Payers whose decisions are in the books of the claim. */
    Set<UUID> payersIn(UUID claimId) {
        var payers = new LinkedHashSet<UUID>();
        for (var shares : List.of(writtenOff.keySet(), ofPatient.keySet(), movedOfOthers.keySet())) {
            shares.stream()
                    .filter(share -> share.claimId().equals(claimId))
                    .forEach(share -> payers.add(share.payerId()));
        }
        return payers;
    }

    /** Null for the first payer, which owes all that was charged. */
    @Nullable
    Left to(ClaimContent content, PayerOfClaim payer) {
        return payer.isLater()
                ? to(new Share(content.claimId(), payer.payerId()), payer.next(), payer.takesKept(content))
                : null;
    }

    /** @param next who comes after it */
    Left to(Share share, Collection<UUID> next, boolean takesKept) {
        var claimId = share.claimId();
        var open = new ArrayList<Left.Open>();
        refused.stream()
                .filter(refusal -> refusal.claimId().equals(claimId) && isBefore(share, next, refusal.payerId()))
                .filter(refusal ->
                        refusal.settledBy() == null || refusal.settledBy().equals(share.payerId()))
                .forEach(refusal -> open.add(Left.Open.of(
                        refusal, owedBy(new Share(claimId, refusal.payerId())).sum())));
        if (takesKept) {
            var refusals = List.copyOf(open);
            owed.forEach((other, lines) -> {
                if (other.claimId().equals(claimId) && isBefore(share, next, other.payerId())) {
                    open.addAll(keptFor(other.payerId(), lines, refusals));
                }
            });
        }
        return new Left(owedBy(share), open, isLeftByAll(share));
    }

    /** All payers before have decided: what they leave is what they leave. */
    private boolean isLeftByAll(Share share) {
        var decisions = overtaken.standing().of(share.claimId());
        var turns = decisions.stream().map(Settled::turn).collect(toSet());
        return decisions.stream()
                .filter(decision -> share.payerId().equals(decision.payerId()))
                .map(Settled::turn)
                .filter(Objects::nonNull)
                .anyMatch(turn -> IntStream.range(1, turn).allMatch(turns::contains));
    }

    /** What a payer before owes beside its refusals: what it called the patient's when it passed the claim on to we did not know whom. */
    private static List<Left.Open> keptFor(UUID payerId, ByLine owed, List<Left.Open> refused) {
        var kept = new ByLine();
        kept.addAll(owed);
        refused.stream()
                .filter(refusal -> refusal.payerId().equals(payerId))
                .forEach(refusal -> kept.add(refusal.line(), refusal.amount().negated()));
        return kept.positive().entrySet().stream()
                .map(line -> new Left.Open(payerId, line.getKey(), null, null, line.getValue(), owed.sum()))
                .toList();
    }

    static boolean isBefore(Share share, Collection<UUID> next, UUID other) {
        return !other.equals(share.payerId()) && !next.contains(other);
    }

    /** @param payerId who has decided so */
    void follow(List<JournalEntry.Line> posted, UUID payerId) {
        for (var line : posted) {
            var claim = line.reference().claimId();
            var ofPayer = line.reference().payerId();
            if (claim == null || ofPayer == null) {
                continue;
            }
            var place = new Place(line.claimLine(), line.reason());
            if (line.account() == Account.INSURANCE_RECEIVABLE) {
                owedBy(new Share(claim, ofPayer)).add(line.claimLine(), line.amount());
                if (PostedEntries.SECOND_PAYMENT.equals(line.reason())) {
                    movedByPersons.merge(new Share(claim, ofPayer), line.amount(), Cents::plus);
                }
                if (!ofPayer.equals(payerId)) {
                    add(movedOfOthers, new Share(claim, payerId), new Of(ofPayer, place), line.amount());
                }
            } else if (line.account() == Account.CONTRACTUAL_ADJUSTMENT) {
                add(writtenOff, new Share(claim, ofPayer), place, line.amount());
            } else if (line.account() == Account.PATIENT_RECEIVABLE) {
                add(ofPatient, new Share(claim, ofPayer), place, line.amount());
            }
        }
    }

    /** A payer has decided the claim anew, or taken its decision back: what it had refused before counts no more. */
    void withoutRefusals(PayersDecision decision) {
        refused.removeIf(decision::refuses);
    }

    void refuses(Collection<OpenRefusal> refusals) {
        refused.addAll(refusals);
    }

    /** @param position of a later payer's decision that the chunk posts */
    void decides(int position, LaterDecision decision) {
        decided.put(position, decision);
    }

    /** Null when it was posted before it was kept. */
    @Nullable
    LaterDecision saidIn(Settled settled) {
        return settled.remittanceId() == null ? decided.get(settled.position()) : settled.later();
    }

    /** Refusals that the payer had settled. */
    List<OpenRefusal> settledBy(Share share) {
        return refused.stream()
                .filter(refusal -> refusal.claimId().equals(share.claimId())
                        && share.payerId().equals(refusal.settledBy()))
                .toList();
    }

    Overtaken overtaken() {
        return overtaken;
    }

    /** Whether a decision about the claim stands of a payer that comes later than this one. */
    boolean isOvertaken(UUID claimId, PayerOfClaim payer) {
        return overtaken.standing().isOvertaken(claimId, payer);
    }
}
