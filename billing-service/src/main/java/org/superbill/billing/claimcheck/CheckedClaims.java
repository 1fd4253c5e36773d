package org.superbill.billing.claimcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.PassedWarning;
import org.superbill.billing.edits.Replay;

/**
 * What was found.
 *
 * @param asOf the day whose rules were asked
 * @param replay of a day that has ended: what was in use then, and what could not be replayed
 * @param unreadable what stands in an X12 file and could not be read, by its place
 */
@Schema(name = "ClaimChecks")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckedClaims(LocalDate asOf, @Nullable Replay replay, List<Checked> claims, List<Unreadable> unreadable) {

    /**
     * One claim.
     *
     * @param claimNumber CLM01, of a claim that has one
     * @param form {@code professional} or {@code institutional}
     * @param passes whether it may be sent: no error, and no warning that needs a reason
     */
    @Schema(name = "ClaimCheck")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checked(@Nullable String claimNumber, String form, boolean passes, List<Finding> findings) {
        static Checked of(@Nullable String claimNumber, String form, List<Finding> findings) {
            return of(claimNumber, form, findings, List.of());
        }

        static Checked of(
                @Nullable String claimNumber, String form, List<Finding> findings, List<PassedWarning> passed) {
            return new Checked(
                    claimNumber, form, findings.stream().noneMatch(finding -> finding.stops(passed)), findings);
        }
    }

    /**
     * An error of the file.
     *
     * @param place interchange, group, transaction set and segment, counted from 1
     */
    @Schema(name = "ClaimCheckUnreadable")
    record Unreadable(String place, String segment, String loop, String message) {}
}
