package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a coding case is, and the only place that says where it may go from there. */
@Schema(name = "CodingCaseStatus")
public enum CaseStatus {
    /** The encounter is completed; nobody has taken it. */
    READY,
    /** A coder has it. */
    ASSIGNED,
    /** The coder has begun. */
    IN_PROGRESS,
    /** A question to the clinician is open. */
    QUERY_OPEN,
    /** Final in the coder's eyes; an audit may hold it. */
    CODED,
    /** An auditor looks at it before it is billed. */
    IN_AUDIT,
    /** Told to billing. What is changed now is the next version. */
    RELEASED,
    /** The encounter was entered in error. */
    VOID;

    Set<CaseStatus> next() {
        return switch (this) {
            case READY -> EnumSet.of(ASSIGNED, VOID);
            case ASSIGNED -> EnumSet.of(IN_PROGRESS, VOID);
            case IN_PROGRESS -> EnumSet.of(QUERY_OPEN, CODED, VOID);
            case QUERY_OPEN -> EnumSet.of(IN_PROGRESS, VOID);
            case CODED -> EnumSet.of(IN_PROGRESS, IN_AUDIT, RELEASED, VOID);
            case IN_AUDIT -> EnumSet.of(IN_PROGRESS, CODED, RELEASED, VOID);
            case RELEASED -> EnumSet.of(IN_PROGRESS, VOID);
            case VOID -> EnumSet.noneOf(CaseStatus.class);
        };
    }

    /** As on the wire: {@code in-progress}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<CaseStatus> of(String id) {
        return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst();
    }
}
