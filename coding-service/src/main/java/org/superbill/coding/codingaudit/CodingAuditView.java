package org.superbill.coding.codingaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An audit as callers see it.
 *
 * @param seed draws the same cases of the same population again
 * @param population how many cases could have been drawn
 * @param cancelled absent where nobody has ended it before all was judged
 * @param standard the accuracy that was expected when it began
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingAudit")
record CodingAuditView(
        UUID id,
        AuditPlan plan,
        long seed,
        int population,
        BigDecimal standard,
        String begunBy,
        Instant begunAt,
        AuditResult result,
        AuditCancellation.@Nullable View cancelled) {
    static final String EXAMPLE = """
            {"id":"01980000-0000-7000-8000-000000000070","plan":""" + AuditPlan.EXAMPLE + """
            ,"seed":20260401,"population":412,"standard":0.95,"begunBy":"eve","begunAt":"2026-04-01T15:00:00Z",\
            "result":{"drawn":20,"audited":20,"undecided":0,\
            "byCode":{"right":97,"of":100,"share":0.97,"lower":0.9155,"upper":0.9897},\
            "byCase":{"right":17,"of":20,"share":0.85,"lower":0.6396,"upper":0.9476},"byDrg":{"right":0,"of":0},"meetsStandard":true,\
            "byCoder":[{"coder":"ann","accuracy":{"right":97,"of":100,"share":0.97,"lower":0.9155,"upper":0.9897}}],\
            "effect":{"claims":3,"notKnown":1,"tooMuchCents":3500,"tooLittleCents":1200},"reasons":{"abstraction":3}}}""";
    static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "]}";

    /** A page, as the API document needs it said. */
    @Schema(name = "CodingAuditPage")
    record Listed(List<CodingAuditView> items, @Nullable String nextCursor) {}
}
