package org.superbill.coding.codingaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the primary payer is expected to allow, by the contract with it, for the coding that was judged and for the right one.
 *
 * @param pricedAt when billing answered, by its contracts of then; absent until it has
 * @param payerId absent when there is no coverage
 * @param codedAllowedCents for all lines as they were coded; absent when one of them is not known
 * @param correctAllowedCents for all lines as they would have been right; absent when one of them is not known
 * @param differenceCents by how much the right codes change what is allowed, less being negative; absent when it is not known. A line that is
 *     the same in both counts for nothing, priced or not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingAuditEffect")
record AuditEffectView(
        Instant askedAt,
        @Nullable Instant pricedAt,
        @Nullable UUID payerId,
        @Nullable Long codedAllowedCents,
        @Nullable Long correctAllowedCents,
        @Nullable Long differenceCents,
        List<EffectLine> lines) {
    AuditEffectView {
        lines = List.copyOf(lines);
    }

    static final String EXAMPLE = """
            {"askedAt":"2026-04-02T15:00:00Z","pricedAt":"2026-04-02T15:00:01Z","payerId":"01980000-0000-7000-8000-000000000005",\
            "codedAllowedCents":13000,"correctAllowedCents":9500,"differenceCents":-3500,\
            "lines":[{"lineNumber":1,"coded":{"procedureCode":"99214","modifiers":[],"units":1,"chargeCents":20000,"allowedCents":13000,\
            "basis":"rate","contractId":"0199d0a0-0000-7000-8000-0000000000b1"},"correct":{"procedureCode":"99213","modifiers":[],"units":1,\
            "chargeCents":20000,"allowedCents":9500,"basis":"rate","contractId":"0199d0a0-0000-7000-8000-0000000000b1"},\
            "differenceCents":-3500}]}""";

    static AuditEffectView of(
            Instant askedAt, @Nullable Instant pricedAt, @Nullable UUID payerId, List<EffectLine> lines) {
        var isPriced = pricedAt != null;
        return new AuditEffectView(
                askedAt,
                pricedAt,
                payerId,
                isPriced ? sum(lines, line -> allowed(line.coded())) : null,
                isPriced ? sum(lines, line -> allowed(line.correct())) : null,
                isPriced ? sum(lines, EffectLine::differenceCents) : null,
                lines);
    }

    /** What the claim charges as it was coded; null when it is not known. */
    @Nullable
    Long codedChargeCents() {
        return pricedAt == null
                ? null
                : sum(
                        lines,
                        line -> line.coded() == null ? (Long) 0L : line.coded().chargeCents());
    }

    /** By how much the right codes change what is charged; null when it is not known. */
    @Nullable
    Long chargeDifferenceCents() {
        return pricedAt == null ? null : sum(lines, EffectLine::chargeDifferenceCents);
    }

    private static @Nullable Long allowed(EffectLine.@Nullable Side side) {
        return side == null ? (Long) 0L : side.allowedCents();
    }

    private static @Nullable Long sum(List<EffectLine> lines, Function<EffectLine, @Nullable Long> of) {
        var sum = 0L;
        for (var line : lines) {
            var amount = of.apply(line);
            if (amount == null) {
                return null;
            }
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }
}
