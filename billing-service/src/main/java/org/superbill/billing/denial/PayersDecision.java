package org.superbill.billing.denial;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a payer has decided about a claim, where it takes that back or decides anew. A payer may decide twice, by two coverages of the patient, and in parts.
 *
 * @param payerId absent for all payers of the claim
 * @param turn by which of the claim's coverages, from 1; absent for all
 * @param remittanceId the payment that says so; absent for all
 * @param lines of the claim that it is about; all, when none is named. A refusal of the claim as a whole is of some lines only where that payment itself says it
 * @param besides payments whose refusals are not of it: they have decided other parts
 */
public record PayersDecision(
        UUID claimId,
        @Nullable UUID payerId,
        @Nullable Integer turn,
        @Nullable UUID remittanceId,
        Set<Integer> lines,
        Set<UUID> besides) {
    public PayersDecision {
        lines = Set.copyOf(lines);
        besides = Set.copyOf(besides);
    }

    public PayersDecision(
            UUID claimId,
            @Nullable UUID payerId,
            @Nullable Integer turn,
            @Nullable UUID remittanceId,
            Set<Integer> lines) {
        this(claimId, payerId, turn, remittanceId, lines, Set.of());
    }

    /** As PostgreSQL writes an array. */
    public String linesInSql() {
        return inSql(lines);
    }

    String besidesInSql() {
        return inSql(besides);
    }

    private static String inSql(Set<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Whether this refusal is of it; as {@link DenialStore} asks the database. */
    public boolean refuses(OpenRefusal refusal) {
        return refuses(refusal.claimId(), refusal.payerId(), refusal.turn(), refusal.remittanceId(), refusal.line());
    }

    public boolean refuses(Denied denied) {
        return refuses(
                denied.claimId(), denied.payerId(), denied.payerTurn(), denied.remittanceId(), denied.lineNumber());
    }

    private boolean refuses(
            UUID claim, @Nullable UUID payer, @Nullable Integer coverage, UUID remittance, @Nullable Integer line) {
        return claimId.equals(claim)
                && (payerId == null || payerId.equals(payer))
                && (turn == null || coverage == null || turn.equals(coverage))
                && (remittanceId == null || remittanceId.equals(remittance))
                && !besides.contains(remittance)
                && (lines.isEmpty() || (line == null ? remittanceId != null : lines.contains(line)));
    }
}
