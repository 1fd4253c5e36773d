package org.superbill.coding.codingaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.CodingEffectPriced;

/**
 * A line as it was coded beside what would have been right.
 *
 * @param coded absent when the line was missing
 * @param correct absent when the line should not be there
 * @param differenceCents what the payer is expected to allow for the right one less what for the coded one; absent when not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingAuditEffectLine")
record EffectLine(
        int lineNumber,
        @Nullable Side coded,
        @Nullable Side correct,
        @Nullable Long differenceCents) {

    /**
     * One of the two.
     *
     * @param chargeCents the service's, else the fee schedule's; absent when neither has one
     * @param allowedCents absent when it is not known
     * @param basis how the contract finds it: {@code rate}, {@code percent-of-medicare}, {@code percent-of-charge}
     * @param unknown why there is no allowed amount: {@code no-coverage}, {@code no-contract}, {@code no-price}, {@code inpatient}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodingAuditEffectSide")
    record Side(
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            @Nullable Long chargeCents,
            @Nullable Long allowedCents,
            @Nullable String basis,
            @Nullable UUID contractId,
            @Nullable String unknown) {
        Side {
            modifiers = List.copyOf(modifiers);
        }

        static Side of(CodingEffectPriced.Line line) {
            return new Side(
                    line.procedureCode(),
                    line.modifiers(),
                    line.units(),
                    line.chargeCents(),
                    line.allowedCents(),
                    line.basis(),
                    line.contractId(),
                    line.unknown());
        }

        /** Whether it is paid the same, whatever that is. */
        boolean isSameWorkAs(Side other) {
            return procedureCode.equals(other.procedureCode)
                    && new HashSet<>(modifiers).equals(new HashSet<>(other.modifiers))
                    && units.compareTo(other.units) == 0;
        }
    }

    /** Each line beside the right one of the same number; then those that were missing. */
    static List<EffectLine> paired(List<CodingEffectPriced.Line> coded, List<CodingEffectPriced.Line> correct) {
        var missing = new ArrayList<>(correct);
        var lines = new ArrayList<EffectLine>();
        for (var line : coded) {
            var right = missing.stream()
                    .filter(candidate -> candidate.lineNumber() == line.lineNumber())
                    .findFirst();
            right.ifPresent(missing::remove);
            lines.add(of(line.lineNumber(), Side.of(line), right.map(Side::of).orElse(null)));
        }
        missing.forEach(line -> lines.add(of(line.lineNumber(), null, Side.of(line))));
        return lines;
    }

    private static EffectLine of(int lineNumber, @Nullable Side coded, @Nullable Side correct) {
        return new EffectLine(lineNumber, coded, correct, difference(coded, correct));
    }

    /** What is not there is charged nothing, what is the same in both changes nothing; null when nobody has said what a line costs. */
    @Nullable
    Long chargeDifferenceCents() {
        var before = coded == null ? (Long) 0L : coded.chargeCents();
        var right = correct == null ? (Long) 0L : correct.chargeCents();
        if (before != null && right != null) {
            return Math.subtractExact(right, before);
        }
        return isUnchanged() ? 0L : null;
    }

    private boolean isUnchanged() {
        return coded != null && correct != null && coded.isSameWorkAs(correct);
    }

    /** What is not there is paid nothing; what has no price is not known, never nothing. */
    private static @Nullable Long difference(@Nullable Side coded, @Nullable Side correct) {
        var before = coded == null ? (Long) 0L : coded.allowedCents();
        var right = correct == null ? (Long) 0L : correct.allowedCents();
        if (before != null && right != null) {
            return Math.subtractExact(right, before);
        }
        return coded != null && correct != null && coded.isSameWorkAs(correct) ? 0L : null;
    }
}
