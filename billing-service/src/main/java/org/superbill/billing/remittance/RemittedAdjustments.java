package org.superbill.billing.remittance;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.ReasonWords;
import org.superbill.events.EncounterCoded;

/** All CAS of a CLP, with our lines and our words, as they are kept with its row. Pure. */
final class RemittedAdjustments {
    private RemittedAdjustments() {}

    static List<RemittanceView.AdjustmentView> of(Remitted.Claim claim, @Nullable ClaimContent content) {
        var ofLines = IntStream.range(0, claim.lines().size()).boxed().flatMap(index -> {
            var line = claim.lines().get(index);
            var ours = content == null
                    ? null
                    : LineOfClaim.of(line, content)
                            .map(EncounterCoded.Line::lineNumber)
                            .orElse(null);
            return line.adjustments().stream().map(adjustment -> view(index + 1, ours, adjustment, line.remarks()));
        });
        return Stream.concat(
                        claim.adjustments().stream().map(adjustment -> view(null, null, adjustment, claim.remarks())),
                        ofLines)
                .toList();
    }

    private static RemittanceView.AdjustmentView view(
            @Nullable Integer line, @Nullable Integer claimLine, Remitted.Adjustment adjustment, List<String> remarks) {
        return new RemittanceView.AdjustmentView(
                line,
                claimLine,
                adjustment.group(),
                adjustment.carc(),
                remarks,
                ReasonWords.explain(adjustment.carc(), remarks),
                adjustment.amount().value());
    }
}
