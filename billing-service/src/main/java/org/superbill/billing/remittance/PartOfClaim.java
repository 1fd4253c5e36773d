package org.superbill.billing.remittance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.PayersDecision;
import org.superbill.billing.ledger.Cents;

/**
 * A CLP that decides some lines of a claim (MA15). Pure.
 *
 * @param before the parts that its payer has decided before and that are one decision with it
 * @param rest what is not decided of the claim's charge after it
 */
record PartOfClaim(Set<Integer> lines, List<Settled> before, Cents rest) {
    PartOfClaim {
        lines = Set.copyOf(lines);
        before = List.copyOf(before);
    }

    /** Empty where it decides the whole claim. */
    static Optional<PartOfClaim> of(Remitted.Claim claim, ClaimContent content, List<Settled> before) {
        var charges = LineOfClaim.charges(claim, content);
        if (!Settled.isPart(content, claim.charge(), charges)) {
            return Optional.empty();
        }
        var decided = claim.charge().plus(Cents.sum(before, Settled::charge));
        return Optional.of(new PartOfClaim(
                charges.lines(),
                before,
                Cents.of(content.facts().totalChargeCents()).minus(decided)));
    }

    /** With it the claim is decided whole. */
    boolean isLast() {
        return rest.isZero();
    }

    /**
     * Whose place it takes: what was refused of its lines, and with the last part all that was refused of the claim; not what the parts themselves refuse.
     *
     * @param current the payment
     */
    PayersDecision replaces(ClaimContent content, PayerOfClaim payer, UUID current) {
        var parts = before.stream()
                .map(part -> part.remittanceId() == null ? current : part.remittanceId())
                .collect(Collectors.toSet());
        return new PayersDecision(
                content.claimId(), payer.payerId(), payer.turn(), null, isLast() ? Set.of() : lines, parts);
    }

    /** Whether what it pays answers an earlier refusal of this line; of the whole claim it answers none. */
    boolean answers(@Nullable Integer line) {
        return line != null
                && before.stream().noneMatch(part -> part.lineCharges().lines().contains(line));
    }
}
