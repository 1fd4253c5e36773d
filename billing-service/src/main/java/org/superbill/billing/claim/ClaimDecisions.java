package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.denial.OpenRefusal;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.ledger.Ledger;
import org.superbill.servicekit.problem.Problem;

/** What payers have decided about claims, and what persons have moved of their money, in the caller's transaction and with a fixed number of statements. */
@ApplicationScoped
public class ClaimDecisions {
    private final ClaimStore store;
    private final ClaimNumberStore numberStore;
    private final Ledger ledger;
    private final ClaimTelling telling;
    private final BusinessTime time;
    private final Amendments amendments;
    private final Denials denials;
    private final PersonsMoves moves;
    private final CreditClock credits;

    ClaimDecisions(
            ClaimStore store,
            ClaimNumberStore numberStore,
            Ledger ledger,
            ClaimTelling telling,
            BusinessTime time,
            Amendments amendments,
            Denials denials,
            PersonsMoves moves,
            CreditClock credits) {
        this.store = store;
        this.numberStore = numberStore;
        this.ledger = ledger;
        this.telling = telling;
        this.time = time;
        this.amendments = amendments;
        this.denials = denials;
        this.moves = moves;
        this.credits = credits;
    }

    /**
     * The payer's decision about one claim.
     *
     * @param remittanceId the posting that it comes from
     * @param payerId who has decided: another than the version was sent to, where that one has passed the claim on
     * @param decidedOn the payer's date of it
     * @param overtaken a payer that comes later has decided already
     * @param replaced a reversal that the same payment replaces by another decision: it answers no void
     * @param part which part of the claim it decides, from 1; absent where it decides the whole
     */
    public record Decision(
            String claimNumber,
            Adjudication adjudication,
            @Nullable String payerClaimNumber,
            String detail,
            @Nullable UUID remittanceId,
            @Nullable UUID payerId,
            @Nullable LocalDate decidedOn,
            boolean overtaken,
            boolean replaced,
            @Nullable Integer part) {
        public Decision(
                String claimNumber,
                Adjudication adjudication,
                @Nullable String payerClaimNumber,
                String detail,
                @Nullable UUID remittanceId,
                @Nullable UUID payerId,
                @Nullable LocalDate decidedOn,
                boolean overtaken) {
            this(
                    claimNumber,
                    adjudication,
                    payerClaimNumber,
                    detail,
                    remittanceId,
                    payerId,
                    decidedOn,
                    overtaken,
                    false,
                    null);
        }

        public Decision(
                String claimNumber, Adjudication adjudication, @Nullable String payerClaimNumber, String detail) {
            this(claimNumber, adjudication, payerClaimNumber, detail, null, null, null, false);
        }

        /** The number by which another payer knows the claim is not the one that a correction would name. */
        private boolean isOf(UUID billed) {
            return payerId == null || payerId.equals(billed);
        }
    }

    /** After the money was posted: the decisions, in the order in which the payer gave them. */
    @Transactional(TxType.MANDATORY)
    public void decided(List<Decision> decisions) {
        decided(
                decisions,
                decision -> decision.adjudication() == Adjudication.REVERSED,
                decision -> Stream.ofNullable(decision.payerClaimNumber()).collect(Collectors.toSet()));
    }

    /**
     * @param takesBack which of them take back what was decided before
     * @param numbers by which the payer knew what one of these takes back
     */
    private void decided(
            List<Decision> decisions, Predicate<Decision> takesBack, Function<Decision, Set<String>> numbers) {
        var byNumber = store.lockedByNumber(
                decisions.stream().map(Decision::claimNumber).toList());
        var claims = new LinkedHashSet<>(byNumber.values());
        var money = new HashMap<>(ledger.moneyOf(claims.stream().map(Claim::id).toList()));
        var movesTakenBack = withoutMoves(
                decisions.stream()
                        .filter(takesBack)
                        .map(decision -> byNumber.get(decision.claimNumber()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                money);
        var lastOf = new HashMap<@Nullable Claim, Integer>();
        for (var i = 0; i < decisions.size(); i++) {
            lastOf.put(byNumber.get(decisions.get(i).claimNumber()), i);
        }
        for (var i = 0; i < decisions.size(); i++) {
            var decision = decisions.get(i);
            var claim = byNumber.get(decision.claimNumber());
            if (claim != null) {
                var numbered = claim.versionNumbered(decision.claimNumber());
                var version = decision.adjudication() == Adjudication.REVERSED
                                && !decision.replaced()
                                && Integer.valueOf(i).equals(lastOf.get(claim))
                        ? claim.sent().answeredByReversal(numbered)
                        : numbered; // what is decided anew was not voided
                var moment = time.now(version.facts()).from(Source.of("remittance", decision.remittanceId()));
                var isOfBilled = decision.isOf(version.facts().payer().payerId());
                claim.fromPayer(version, moment).decidedBy(decision, takesBack.test(decision));
                claim.fromPayer(version, moment)
                        .decided(
                                decision.overtaken(),
                                decision.adjudication(),
                                isOfBilled ? decision.payerClaimNumber() : null,
                                decision.part(),
                                decision.decidedOn(),
                                money.getOrDefault(claim.id(), ClaimMoney.NOTHING),
                                decision.detail());
                claim.besides(moment).askedNoMore();
                if (isOfBilled && takesBack.test(decision)) {
                    claim.turn().knownBy(claim.turn().payersNumbers().without(numbers.apply(decision)));
                }
            }
        }
        claims.forEach(claim -> Optional.ofNullable(movesTakenBack.get(claim.id()))
                .ifPresent(amount ->
                        claim.besides(time.now(claim.current().facts())).takenBack(amount)));
        var forCoder = denials.forCoder(claims.stream().map(Claim::id).toList());
        claims.stream()
                .filter(claim -> forCoder.contains(claim.id()))
                .forEach(claim ->
                        claim.besides(time.now(claim.current().facts())).sentToCoder());
        settledByRightPayers(claims);
        amendments.afterAnswer(claims);
        money.putAll(ledger.moneyOf(claims.stream()
                .filter(Claim::isVoided)
                .map(Claim::id)
                .toList())); // whose charges may have left the books
        store.saveAll(claims);
        telling.statusChanged(claims, money);
    }

    /**
     * What persons had given up of what is not owed any more is no credit. Nothing is asked where there is no credit.
     *
     * @param money becomes what it is then
     * @return by claim what was taken back
     */
    private Map<UUID, Cents> withoutMoves(Set<Claim> claims, Map<UUID, ClaimMoney> money) {
        var withCredit = claims.stream()
                .filter(claim -> !money.getOrDefault(claim.id(), ClaimMoney.NOTHING)
                        .credit()
                        .isZero())
                .toList();
        if (withCredit.isEmpty()) {
            return Map.of();
        }
        var takenBack = moves.takeBackExcess(
                withCredit.stream().map(Claim::id).toList(),
                time.now(withCredit.get(0).current().facts()).today(),
                "What was decided before was taken back");
        money.putAll(ledger.moneyOf(takenBack.keySet()));
        return takenBack;
    }

    /** What a payer had refused, since the coverage was another one's, and that one has paid, is nothing to appeal any more. */
    private void settledByRightPayers(Collection<Claim> claims) {
        var former = new HashMap<UUID, Claim>();
        claims.stream()
                .filter(claim ->
                        claim.current().version() > 1 && !formerPayers(claim).isEmpty())
                .forEach(claim -> former.put(claim.id(), claim));
        if (former.isEmpty()) {
            return;
        }
        denials.settledByAnother(denials.openOfPayers(former.keySet()).stream()
                .filter(refusal -> refusal.settledBy() == null)
                .filter(refusal -> formerPayers(Objects.requireNonNull(former.get(refusal.claimId())))
                        .contains(refusal.payerId()))
                .collect(Collectors.groupingBy(
                        refusal -> Objects.requireNonNull(former.get(refusal.claimId()))
                                .payerId(),
                        Collectors.mapping(OpenRefusal::denialId, Collectors.toList()))));
    }

    /** Of a claim that the right payer has paid; none of its other payers is one. */
    private static Set<UUID> formerPayers(Claim claim) {
        return switch (claim.turn().adjudication()) {
            case PAID, PAID_AT_ZERO, PARTIALLY_PAID -> {
                var payers = new HashSet<>(
                        claim.sent().otherPayersInTurn(claim.turn().billingSequence(), claim.payerId()));
                claim.current().facts().nextPayers().forEach(payers::remove);
                claim.payersBefore().forEach(payers::remove);
                yield payers;
            }
            case NONE, PENDING, DENIED, UNPROCESSABLE, FORWARDED, REVERSED, PREDETERMINATION, NEEDS_REVIEW -> Set.of();
        };
    }

    /** A version of a claim. */
    public record VersionOfClaim(UUID claimId, int version) {}

    /** @param payerId who has decided it; absent in what was posted before that was kept */
    public record Undone(VersionOfClaim version, @Nullable UUID payerId) {
        public UUID claimId() {
            return version.claimId;
        }
    }

    /**
     * The posting that decided these versions was taken back: a person has to look at their claims.
     *
     * @param payersNumbers by which the payers knew what was taken back
     */
    @Transactional(TxType.MANDATORY)
    public void undecided(
            Collection<Undone> undone,
            Map<VersionOfClaim, Set<String>> payersNumbers,
            UUID remittanceId,
            Function<VersionOfClaim, String> detail) {
        var numbers = numberStore.of(undone.stream().map(Undone::claimId).collect(Collectors.toSet()));
        var takenBack = new HashMap<@Nullable String, Set<String>>();
        payersNumbers.forEach((version, ofPayer) -> takenBack.put(numbers.get(version), ofPayer));
        decided(
                undone.stream()
                        .distinct()
                        .filter(one -> numbers.containsKey(one.version))
                        .map(one -> new Decision(
                                Objects.requireNonNull(numbers.get(one.version)),
                                Adjudication.NEEDS_REVIEW,
                                null,
                                detail.apply(one.version),
                                remittanceId,
                                one.payerId,
                                null,
                                false))
                        .toList(),
                decision -> true,
                decision -> takenBack.getOrDefault(decision.claimNumber(), Set.of()));
    }

    /** Nobody else changes the claim until the end of the transaction. @throws Problem {@code CLAIM_NOT_FOUND} */
    @Transactional(TxType.MANDATORY)
    public void holdClaim(UUID claimId) {
        if (store.allLocked(List.of(claimId)).isEmpty()) {
            throw new Problem(ClaimProblem.CLAIM_NOT_FOUND, "No claim with this id");
        }
    }

    /**
     * Whether a payer's decision about the claim stands, be it that it pays nothing: what it called its own is nobody else's then.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional(TxType.MANDATORY)
    public boolean isDecided(UUID claimId) {
        return switch (store.get(claimId).turn().adjudication()) {
            case NONE, PENDING, UNPROCESSABLE, PREDETERMINATION, REVERSED -> false;
            case PAID, PAID_AT_ZERO, PARTIALLY_PAID, DENIED, FORWARDED, NEEDS_REVIEW -> true;
        };
    }

    /** Whether the payer has passed the claim on to one that the encounter does not name. @throws Problem {@code CLAIM_NOT_FOUND} */
    @Transactional(TxType.MANDATORY)
    public boolean isForwardedToUnknown(UUID claimId) {
        var claim = store.get(claimId);
        return claim.turn().adjudication() == Adjudication.FORWARDED
                && claim.current().facts().nextPayers().isEmpty();
    }

    /** As {@link #holdClaim}, of many. */
    @Transactional(TxType.MANDATORY)
    public void holdClaims(Collection<UUID> claimIds) {
        store.lock(claimIds);
    }

    /** Money of a claim goes back to its payer, or stays after all: of what did not take place, where the payer takes no void, nothing else is to be done. */
    @Transactional(TxType.MANDATORY)
    public void returned(UUID claimId) {
        var claims = store.allLocked(List.of(claimId)).stream()
                .filter(claim -> claim.isVoided() && claim.turn().areChargesTakenOut())
                .toList();
        for (var claim : claims) {
            claim.besides(time.now(claim.current().facts())).returned(ledger.moneyOf(claimId), credits.due(claimId));
        }
        store.saveAll(claims);
        telling.statusChanged(claims);
    }

    /**
     * After a person moved what is owed for a claim.
     *
     * @param step what happened, as the claim's history calls it
     */
    @Transactional(TxType.MANDATORY)
    public void moneyMoved(UUID claimId, String step, String detail) {
        var claims = store.allLocked(List.of(claimId));
        for (var claim : claims) {
            claim.besides(time.now(claim.current().facts())).moneyMoved(step, detail, ledger.moneyOf(claimId));
        }
        store.saveAll(claims);
        telling.statusChanged(claims);
    }
}
