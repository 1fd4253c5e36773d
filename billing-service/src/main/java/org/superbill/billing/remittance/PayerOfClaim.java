package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.OtherCoverage;
import org.superbill.events.CoverageChanged;

/**
 * Who pays a claim of a payment, among the payers that are asked for it in turn, and who comes after. Pure.
 *
 * @param payerId who pays
 * @param turn by which of the claim's coverages, counted from its first one: a payer may insure the patient twice
 * @param next who is asked afterwards, in order
 */
record PayerOfClaim(UUID payerId, int turn, List<UUID> next) {
    PayerOfClaim {
        next = List.copyOf(next);
    }

    /** Whether another one comes before it. */
    boolean isLater() {
        return turn > 1;
    }

    /** Empty when the payer is none of the {@link #candidates}, or it is not certain by which coverage it pays. */
    static Optional<PayerOfClaim> of(Remitted remitted, Remitted.Claim claim, ClaimContent content) {
        return only(candidates(remitted, claim, content));
    }

    static Optional<PayerOfClaim> of(
            String name, List<String> identifiers, Remitted.Claim claim, ClaimContent content) {
        return only(candidates(name, identifiers, claim, content));
    }

    private static Optional<PayerOfClaim> only(List<PayerOfClaim> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /**
     * As the claim's payers are named; else those that remit so, by what was entered for them. Whom a person has named may be one that the encounter does not: a payer passes claims on to others that nobody has
     * told us of.
     */
    static List<PayerOfClaim> candidates(Remitted remitted, Remitted.Claim claim, ClaimContent content) {
        var person = remitted.namedPayer();
        if (person != null) {
            var ofClaim = among(Set.of(person), claim, content);
            return ofClaim.isEmpty() ? List.of(after(content, person)) : ofClaim;
        }
        var named = candidates(remitted.payerName(), remitted.payerIdentifiers(), claim, content);
        return named.isEmpty() ? among(remitted.payers().get(), claim, content) : named;
    }

    private static List<PayerOfClaim> among(Set<UUID> payers, Remitted.Claim claim, ClaimContent content) {
        var own = own(content);
        var turns = own.turns()
                .filter(turn -> payers.contains(own.inTurn(turn).payerId))
                .boxed()
                .toList();
        return agreeing(turns, claim, content).stream().map(own::inTurn).toList();
    }

    /** After all payers of the encounter. */
    private static PayerOfClaim after(ClaimContent content, UUID payerId) {
        var own = own(content);
        return new PayerOfClaim(payerId, own.turn + own.next.size() + 1, List.of());
    }

    /** From this one's on. */
    private IntStream turns() {
        return IntStream.rangeClosed(turn, turn + next.size());
    }

    /**
     * Whether payers before may have called something the patient's, and passed it on to whom we did not know: to this one. What is open of a claim of a former system stands with the
     * payer that it named, be it that this one owes it.
     */
    boolean takesKept(ClaimContent content) {
        return content.coordination() != null || content.takenOver() || isUnknownTo(content);
    }

    /** It is none of the encounter's payers from the one on that the version was sent to. */
    private boolean isUnknownTo(ClaimContent content) {
        return !payerId.equals(content.facts().payer().payerId())
                && !content.facts().nextPayers().contains(payerId);
    }

    /**
     * By its identifier or name the payer that the version was sent to, or one that comes later; else by CLP02 one that comes later. Of several coverages of one payer, or payers
     * of one name, those that agree with what is said: the member's number, the group's, the days of the coverage, and CLP02. That counts from the claim's first payer, whichever
     * the version was sent to, and says nothing in a reversal.
     *
     * @param name of the payer, N102
     * @param identifiers of it, as payments give them
     */
    static List<PayerOfClaim> candidates(
            String name, List<String> identifiers, Remitted.Claim claim, ClaimContent content) {
        var facts = content.facts();
        var own = own(content);
        var last = own.turn + own.next.size();
        var told = claim.toldTurn();
        var named = own.turns()
                .filter(turn -> turn == own.turn
                        ? is(
                                name,
                                identifiers,
                                facts.payer().name(),
                                facts.payer().payerIdentifier())
                        : isNamed(name, identifiers, facts, own.inTurn(turn).payerId))
                .boxed()
                .toList();
        if (named.isEmpty()) {
            return told > own.turn && told <= last ? List.of(own.inTurn(told)) : List.of();
        }
        return agreeing(named, claim, content).stream().map(own::inTurn).toList();
    }

    private static List<Integer> agreeing(List<Integer> named, Remitted.Claim claim, ClaimContent content) {
        if (named.size() <= 1) {
            return named;
        }
        var patient = claim.patient();
        var day = claim.serviceDate();
        var turns = named;
        if (patient != null) {
            turns = agreeing(turns, content, coverage -> coverage.memberId().equals(patient.memberId()));
            turns = agreeing(
                    turns,
                    content,
                    coverage -> coverage.groupNumber() != null
                            && coverage.groupNumber().equals(patient.groupNumber()));
        }
        if (day != null) {
            turns = agreeing(turns, content, coverage -> isInForce(coverage, day));
        }
        var told = claim.toldTurn();
        if (!named.contains(told)) {
            return turns;
        }
        return turns.contains(told) ? List.of(told) : named; // what contradicts itself is not certain
    }

    /** Where none agrees, nothing is told by it. */
    private static List<Integer> agreeing(
            List<Integer> turns, ClaimContent content, Predicate<CoverageChanged> agrees) {
        var agreeing = turns.stream()
                .filter(turn -> coverage(content, turn).filter(agrees).isPresent())
                .toList();
        return agreeing.isEmpty() ? turns : agreeing;
    }

    private static boolean isInForce(CoverageChanged coverage, LocalDate day) {
        var last = coverage.effectiveTo();
        return !day.isBefore(coverage.effectiveFrom()) && (last == null || !day.isAfter(last));
    }

    private static Optional<CoverageChanged> coverage(ClaimContent content, int turn) {
        var facts = content.facts();
        return turn == own(content).turn
                ? Optional.of(facts.coverage())
                : Stream.ofNullable(facts.otherCoverages())
                        .flatMap(List::stream)
                        .filter(other -> other.turn() == turn)
                        .map(OtherCoverage::coverage)
                        .findFirst();
    }

    /** @param other a turn from this one's on */
    private PayerOfClaim inTurn(int other) {
        var after = other - turn;
        return after == 0 ? this : new PayerOfClaim(next.get(after - 1), other, next.subList(after, next.size()));
    }

    private static boolean isNamed(String name, List<String> identifiers, ClaimFacts facts, UUID payerId) {
        var others = facts.otherCoverages();
        return others != null
                && others.stream()
                        .filter(other -> other.coverage().payerId().equals(payerId))
                        .anyMatch(other -> is(name, identifiers, other.payerName(), other.payerIdentifier()));
    }

    private static boolean is(String name, List<String> identifiers, String ours, String ourIdentifier) {
        return identifiers.contains(ourIdentifier) || plain(name).equals(plain(ours));
    }

    /** As {@link #of}; where a person has said that the payment is sound, the payer that the version was sent to. */
    static PayerOfClaim orOwn(Remitted remitted, Remitted.Claim claim, ClaimContent content) {
        return of(remitted, claim, content).orElseGet(() -> own(content));
    }

    /** The payer that the version was sent to. */
    static PayerOfClaim own(ClaimContent content) {
        var coordination = content.coordination();
        return new PayerOfClaim(
                content.facts().payer().payerId(),
                coordination == null ? 1 : coordination.sequence(),
                content.facts().nextPayers());
    }

    /** SBR09, which says how its decisions are contested; empty when the claim names it nowhere. */
    Optional<String> claimFilingIndicator(ClaimFacts facts) {
        if (payerId.equals(facts.payer().payerId())) {
            return Optional.of(facts.payer().claimFilingIndicator());
        }
        return Stream.ofNullable(facts.otherCoverages())
                .flatMap(List::stream)
                .filter(other -> other.coverage().payerId().equals(payerId))
                .map(OtherCoverage::claimFilingIndicator)
                .findFirst();
    }

    static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
