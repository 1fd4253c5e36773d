package org.superbill.coding.codingaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingscore.Share;

/**
 * What an audit has come to so far.
 *
 * @param drawn how many cases
 * @param audited how many of them are
 * @param undecided how many wait for their coder or for a decision
 * @param byCode right ones of all codes that were judged
 * @param byCase cases without an error of all that were judged
 * @param byDrg right groups of all that auditors said
 * @param meetsStandard whether the accuracy by the audit's unit is at least the standard; absent until a case is audited
 * @param byCoder accuracy of each coder by the audit's unit
 * @param effect what the errors that stand come to in money
 * @param reasons how often each reason was given for errors that stand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingAuditResult")
record AuditResult(
        int drawn,
        int audited,
        int undecided,
        Share byCode,
        Share byCase,
        Share byDrg,
        @Nullable Boolean meetsStandard,
        List<OfCoder> byCoder,
        EffectTotals effect,
        Map<String, Long> reasons) {
    AuditResult {
        byCoder = List.copyOf(byCoder);
        reasons = Map.copyOf(reasons);
    }

    /** Accuracy of one coder. */
    @Schema(name = "CodingAuditResultOfCoder")
    record OfCoder(String coder, Share accuracy) {}

    static @Nullable Boolean meets(Share share, BigDecimal standard) {
        return share.share() == null ? null : share.share().compareTo(standard) >= 0;
    }
}
