package org.superbill.billing.edits;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an edit is.
 *
 * @param id unique, kebab case; its page is docs/edits/{id}.md
 * @param version grows when the edit finds something else than before
 * @param needsReason whether its warnings keep a claim until somebody passes them with a reason
 * @param source who says so, with the loop and segment
 * @param title what holds when nothing is found
 * @param fix what to do about a finding
 * @param effectiveFrom first day of which a claim is checked by it
 * @param effectiveTo last one; absent while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EditRule(
        String id,
        int version,
        Severity severity,
        boolean needsReason,
        String source,
        String title,
        String fix,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {
    /** The day from which claims have to be in version 005010. Source: 45 CFR 162.1102(c). */
    public static final LocalDate SINCE_005010 = LocalDate.of(2012, 1, 1);

    public EditRule {
        if (needsReason && severity == Severity.ERROR) {
            throw new IllegalArgumentException("An error is corrected, not passed: " + id);
        }
    }

    /** In force since there are claims in version 005010. */
    public EditRule(String id, int version, Severity severity, String source, String title, String fix) {
        this(id, version, severity, false, source, title, fix, SINCE_005010, null);
    }

    /** A warning that somebody has to pass with a reason before the claim may leave. */
    public static EditRule passedWithReason(String id, int version, String source, String title, String fix) {
        return new EditRule(id, version, Severity.WARNING, true, source, title, fix, SINCE_005010, null);
    }

    public EditRule since(LocalDate day) {
        return new EditRule(id, version, severity, needsReason, source, title, fix, day, effectiveTo);
    }

    public Finding finding(String pointer, String message) {
        return new Finding(
                id, version, severity, source, effectiveFrom, effectiveTo, null, pointer, message, fix, needsReason);
    }

    /** About a field of a line. */
    Finding finding(Lines line, String field, String message) {
        return new Finding(
                id,
                version,
                severity,
                source,
                effectiveFrom,
                effectiveTo,
                line.number(),
                line.pointer(field),
                message,
                fix,
                needsReason);
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
