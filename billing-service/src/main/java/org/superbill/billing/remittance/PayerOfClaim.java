package org.superbill.billing.remittance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.ClaimFacts;

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
     * Empty when the payer is none of them: by its identifier or name the one that the version was sent to, or by CLP02 one that comes later. CLP02 counts from the claim's
     * first payer, whichever the version was sent to.
     */
    static Optional<PayerOfClaim> of(Remitted remitted, Remitted.Claim claim, ClaimContent content) {
        return of(remitted.payerName(), remitted.payerIdentifiers(), claim, content);
    }

    /** @param name of the payer, {@code N102} @param identifiers of it, as payments give them */
    static Optional<PayerOfClaim> of(
            String name, List<String> identifiers, Remitted.Claim claim, ClaimContent content) {
        var facts = content.facts();
        var payer = facts.payer();
        if (identifiers.contains(payer.payerIdentifier()) || plain(name).equals(plain(payer.name()))) {
            return Optional.of(own(facts));
        }
        var coordination = content.coordination();
        var later = claim.payersBefore() - (coordination == null ? 0 : coordination.sequence() - 1);
        return later > 0 && later <= facts.nextPayers().size()
                ? Optional.of(new PayerOfClaim(
                        facts.nextPayers().get(later - 1),
                        facts.nextPayers().subList(later, facts.nextPayers().size())))
                : Optional.empty();
    }

    /** As {@link #of}; where a person has said that the payment is sound, the payer that the version was sent to. */
    static PayerOfClaim orOwn(Remitted remitted, Remitted.Claim claim, ClaimContent content) {
        return of(remitted, claim, content).orElseGet(() -> own(content.facts()));
    }

    /** The payer that the claim was sent to. */
    static PayerOfClaim own(ClaimFacts facts) {
        return new PayerOfClaim(facts.payer().payerId(), facts.nextPayers());
    }

    static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
