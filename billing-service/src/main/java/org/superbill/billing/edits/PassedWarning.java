package org.superbill.billing.edits;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A warning that somebody has passed. It holds for the very finding: one that says something else is a new one.
 *
 * @param passedBy the subject of the token
 */
@Schema(name = "ClaimPassedWarning")
public record PassedWarning(
        String rule, int version, String pointer, String message, String reason, String passedBy, Instant passedAt) {

    public static PassedWarning of(Finding finding, String reason, String passedBy, Instant passedAt) {
        return new PassedWarning(
                finding.rule(), finding.version(), finding.pointer(), finding.message(), reason, passedBy, passedAt);
    }

    public boolean covers(Finding finding) {
        return rule.equals(finding.rule())
                && version == finding.version()
                && pointer.equals(finding.pointer())
                && message.equals(finding.message());
    }
}
