package org.superbill.coding.codingaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingcase.Service;
import org.superbill.servicekit.revision.Revision;

/**
 * A drawn case as callers see it.
 *
 * @param coder who coded it; absent in a blind audit until it is audited
 * @param coded what was coded then; absent in a blind audit until it is audited
 * @param takenBy who judges it; absent while everybody may who did not code it
 * @param correct what the auditor coded; absent until then
 * @param correctFindings what the rules said of that when it was judged: warnings, and what differs from the services as the clinic charged them; absent before
 * @param scoreItems how many codes there are, see {@code CodingScore}; absent until it is audited
 * @param scoreRight how many are, a rebuttal that was agreed to counted
 * @param chargeCentsConcerned what is charged on the lines with errors
 * @param claimChargeCents what the claim charges as it was coded; absent until it is audited, and while it is not known what a line costs whose code or units are not those
 *     that the clinic charged
 * @param claimChargeDifferenceCents by how much the right codes change that, less being negative; 0 where the coder was right in the end; a line with another code, other
 *     units or no service is charged by the fee schedule, once billing has answered; absent until then, and where the schedule has no price
 * @param allowedDifferenceCents by how much the right codes change what the payer is expected to allow, less being negative; 0 where the coder was right; absent
 *     while it is not known, never 0 for that
 * @param effect how that comes about, line by line; absent where there is no error
 * @param drg of a stay, where the auditor said it; where the coder was right in the end both are the same
 * @param rebutUntil the last day on which the coder may rebut; afterwards the errors may be decided on without a rebuttal
 * @param correctiveDoneBy the subject of who said that the corrective action is done: never the coder; absent of what was done before it was kept
 * @param revision the ETag's number, for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingAuditItem")
record AuditItemView(
        UUID id,
        UUID auditId,
        UUID caseId,
        int caseVersion,
        @Nullable String coder,
        UUID encounterId,
        LocalDate governingDate,
        List<Service> services,
        @Nullable CaseCoding coded,
        ItemStatus status,
        @Nullable String takenBy,
        @Nullable String auditor,
        @Nullable Instant auditedAt,
        @Nullable CaseCoding correct,
        @Nullable List<Finding> correctFindings,
        @Nullable Integer scoreItems,
        @Nullable Integer scoreRight,
        List<ReasonedError> errors,
        @Nullable Long chargeCentsConcerned,
        @Nullable Long claimChargeCents,
        @Nullable Long claimChargeDifferenceCents,
        @Nullable Long allowedDifferenceCents,
        @Nullable AuditEffectView effect,
        @Nullable AuditedDrg drg,
        @Nullable LocalDate rebutUntil,
        @Nullable String rebuttal,
        @Nullable String decision,
        @Nullable String decidedBy,
        @Nullable String correctiveAction,
        @Nullable LocalDate correctiveDueOn,
        @Nullable Instant correctiveDoneAt,
        @Nullable String correctiveDoneBy,
        long revision) {
    AuditItemView {
        services = List.copyOf(services);
        correctFindings = correctFindings == null ? null : List.copyOf(correctFindings);
        errors = List.copyOf(errors);
    }

    static final String EXAMPLE = """
            {"id":"01980000-0000-7000-8000-000000000071","auditId":"01980000-0000-7000-8000-000000000070",\
            "caseId":"01980000-0000-7000-8000-000000000001","caseVersion":1,"coder":"ann",\
            "encounterId":"01980000-0000-7000-8000-000000000002","governingDate":"2026-03-02","services":[],"status":"audited",\
            "auditor":"eve","auditedAt":"2026-04-02T15:00:00Z","scoreItems":4,"scoreRight":3,\
            "errors":[{"error":{"kind":"wrong","pointer":"/diagnoses/0","coded":"J069","correct":"J020"},"category":"abstraction",\
            "comment":"the strep test was positive"}],"chargeCentsConcerned":0,"claimChargeCents":7000,"claimChargeDifferenceCents":0,\
            "allowedDifferenceCents":-3500,"effect":""" + AuditEffectView.EXAMPLE + """
            ,"revision":1}""";
    static final String TAKEN = """
            {"id":"01980000-0000-7000-8000-000000000071","auditId":"01980000-0000-7000-8000-000000000070",\
            "caseId":"01980000-0000-7000-8000-000000000001","caseVersion":1,"encounterId":"01980000-0000-7000-8000-000000000002",\
            "governingDate":"2026-03-02","services":[],"status":"open","takenBy":"eve","errors":[],"revision":1}""";
    static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "]}";

    /** A page, as the API document needs it said. */
    @Schema(name = "CodingAuditItemPage")
    record Listed(List<AuditItemView> items, @Nullable String nextCursor) {}

    String etag() {
        return new Revision(revision).etag();
    }
}
