package org.superbill.billing.remittance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.OtherCoverage;

/**
 * Who pays a claim of a payment, among the payers that are asked for it in turn, and who comes after. Pure.
 *
 * @param payerId who pays
 * @param next who is asked afterwards, in order
 */
record PayerOfClaim(UUID payerId, List<UUID> next) {
    PayerOfClaim {
        next = List.copyOf(next);
    }

    /**
     * Empty when the payer is none of them: by its identifier or name the one that the version was sent to or one that comes later, else by CLP02 one that comes later. CLP02
     * counts from the claim's first payer, whichever the version was sent to, and says nothing in a reversal; else by the names and identifiers that were entered for its payments. Whom a person has named may be one that the encounter does not: a
     * payer passes claims on to others that nobody has told us of.
     */
    static Optional<PayerOfClaim> of(Remitted remitted, Remitted.Claim claim, ClaimContent content) {
        if (remitted.namedPayer() != null) {
            return Optional.of(named(remitted.namedPayer(), content.facts()));
        }
        return of(remitted.payerName(), remitted.payerIdentifiers(), claim, content)
                .or(() -> remitting(remitted.payers().get(), content.facts()));
    }

    /** The first of the claim's payers that remits so. */
    private static Optional<PayerOfClaim> remitting(Set<UUID> payers, ClaimFacts facts) {
        if (payers.contains(facts.payer().payerId())) {
            return Optional.of(own(facts));
        }
        return IntStream.rangeClosed(1, facts.nextPayers().size())
                .filter(turn -> payers.contains(facts.nextPayers().get(turn - 1)))
                .mapToObj(turn -> later(facts, turn))
                .findFirst();
    }

    /**
     * @param name of the payer, N102
     * @param identifiers of it, as payments give them
     */
    static Optional<PayerOfClaim> of(
            String name, List<String> identifiers, Remitted.Claim claim, ClaimContent content) {
        var facts = content.facts();
        var coordination = content.coordination();
        var told = claim.payersBefore() - (coordination == null ? 0 : coordination.sequence() - 1);
        var named = IntStream.rangeClosed(1, facts.nextPayers().size())
                .filter(turn ->
                        isNamed(name, identifiers, facts, facts.nextPayers().get(turn - 1)))
                .boxed()
                .toList();
        if (named.contains(told)) {
            return Optional.of(later(facts, told)); // which may have the name of the one before
        }
        if (is(name, identifiers, facts.payer().name(), facts.payer().payerIdentifier())) {
            return Optional.of(own(facts));
        }
        if (!named.isEmpty()) {
            return Optional.of(later(facts, named.get(0)));
        }
        return told > 0 && told <= facts.nextPayers().size() ? Optional.of(later(facts, told)) : Optional.empty();
    }

    /** @param turn after the payer that the version was sent to, from 1 */
    private static PayerOfClaim later(ClaimFacts facts, int turn) {
        return new PayerOfClaim(
                facts.nextPayers().get(turn - 1),
                facts.nextPayers().subList(turn, facts.nextPayers().size()));
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
        return of(remitted, claim, content).orElseGet(() -> own(content.facts()));
    }

    private static PayerOfClaim named(UUID payerId, ClaimFacts facts) {
        if (payerId.equals(facts.payer().payerId())) {
            return own(facts);
        }
        var turn = facts.nextPayers().indexOf(payerId);
        return turn < 0 ? new PayerOfClaim(payerId, List.of()) : later(facts, turn + 1);
    }

    /** The payer that the claim was sent to. */
    static PayerOfClaim own(ClaimFacts facts) {
        return new PayerOfClaim(facts.payer().payerId(), facts.nextPayers());
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
