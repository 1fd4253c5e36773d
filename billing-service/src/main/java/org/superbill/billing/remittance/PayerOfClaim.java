package org.superbill.billing.remittance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

    /** Empty when the payer is none of them: by its identifier or name the claim's own, or by CLP02 a later one. */
    static Optional<PayerOfClaim> of(Remitted remitted, Remitted.Claim claim, ClaimFacts facts) {
        var payer = facts.payer();
        if (remitted.payerIdentifiers().contains(payer.payerIdentifier())
                || plain(remitted.payerName()).equals(plain(payer.name()))) {
            return Optional.of(own(facts));
        }
        var later = claim.payersBefore();
        return later > 0 && later <= facts.nextPayers().size()
                ? Optional.of(new PayerOfClaim(
                        facts.nextPayers().get(later - 1),
                        facts.nextPayers().subList(later, facts.nextPayers().size())))
                : Optional.empty();
    }

    /** The payer that the claim was sent to. */
    static PayerOfClaim own(ClaimFacts facts) {
        return new PayerOfClaim(facts.payer().payerId(), facts.nextPayers());
    }

    static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
