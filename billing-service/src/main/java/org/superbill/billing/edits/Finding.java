package org.superbill.billing.edits;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an edit found.
 *
 * @param source who says so, with the section
 * @param effectiveFrom first day on which the rule, or the row of a table that it read, holds
 * @param effectiveTo last day; absent while there is none
 * @param line number of the line, where it is about one
 * @param pointer JSON Pointer into the claim's facts: the field to correct
 * @param message what is wrong, without the value
 * @param needsReason of a warning: the claim waits until somebody passes it with a reason
 */
@Schema(name = "ClaimFinding")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        @Schema(examples = "member-id") String rule,
        int version,
        Severity severity,

        @Schema(examples = "005010X222A1, loop 2010BA, NM109")
        String source,

        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Integer line,
        @Schema(examples = "/coverage/memberId") String pointer,
        String message,
        String fix,
        boolean needsReason) {

    /** Of no line and no days in particular. */
    public Finding(
            String rule, int version, Severity severity, String source, String pointer, String message, String fix) {
        this(rule, version, severity, source, null, null, null, pointer, message, fix, false);
    }

    /** As said by a source of its own, such as a row of a table, which held from one day to another. */
    public Finding sourced(String says, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Finding(rule, version, severity, says, from, to, line, pointer, message, fix, needsReason);
    }

    /** The same at another place. */
    public Finding at(String otherPointer) {
        return new Finding(
                rule,
                version,
                severity,
                source,
                effectiveFrom,
                effectiveTo,
                line,
                otherPointer,
                message,
                fix,
                needsReason);
    }

    public Finding onLine(int number) {
        return new Finding(
                rule,
                version,
                severity,
                source,
                effectiveFrom,
                effectiveTo,
                number,
                pointer,
                message,
                fix,
                needsReason);
    }

    /** Where a rule judges some cases more mildly than others. */
    public Finding asWarning(boolean reason) {
        return new Finding(
                rule,
                version,
                Severity.WARNING,
                source,
                effectiveFrom,
                effectiveTo,
                line,
                pointer,
                message,
                fix,
                reason);
    }

    /** The same in other words. */
    Finding saying(String words) {
        return new Finding(
                rule, version, severity, source, effectiveFrom, effectiveTo, line, pointer, words, fix, needsReason);
    }

    public Finding asError() {
        return new Finding(
                rule, version, Severity.ERROR, source, effectiveFrom, effectiveTo, line, pointer, message, fix, false);
    }

    /** Whether the claim may not leave with it, given what somebody has passed with a reason. */
    public boolean stops(Collection<PassedWarning> passed) {
        return severity == Severity.ERROR || (needsReason && passed.stream().noneMatch(pass -> pass.covers(this)));
    }
}
