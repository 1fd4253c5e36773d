package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.superbill.billing.remittance.Postings.Judged;

/** What the payers hold the lines of a payment's claims worth, by the position of the CLP. */
final class JudgedClaims {
    private final Map<Integer, Judged> judged = new LinkedHashMap<>();

    /** @param parts of the claim that its payer has decided before: a line that was split may be in several */
    void add(int position, Judged claim, List<Settled> parts) {
        var lines = new ArrayList<AllowedLine>();
        parts.stream()
                .filter(part -> part.remittanceId() == null) // of this payment
                .map(part -> judged.remove(part.position()))
                .filter(Objects::nonNull)
                .forEach(part -> lines.addAll(part.lines()));
        lines.addAll(claim.lines());
        judged.put(position, new Judged(claim.remittanceId(), claim.content(), claim.payer(), lines));
    }

    /** What is taken back in the same payment was worth nothing. */
    void takenBack(Settled decision) {
        if (decision.remittanceId() == null) {
            judged.remove(decision.position());
        }
    }

    List<Judged> all() {
        return List.copyOf(judged.values());
    }
}
