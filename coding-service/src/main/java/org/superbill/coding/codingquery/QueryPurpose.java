package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a question is for. */
@Schema(name = "CodingQueryPurpose")
enum QueryPurpose {
    /** Findings or treatment without a diagnosis. */
    @JsonProperty("diagnosis")
    DIAGNOSIS,
    /** A diagnosis that could be said more exactly: acuity, type, side, stage. */
    @JsonProperty("specificity")
    SPECIFICITY,
    /** Whether the record supports a diagnosis that it names. */
    @JsonProperty("clinical-validity")
    CLINICAL_VALIDITY,
    /** Documents, or clinicians, that contradict each other. */
    @JsonProperty("conflict")
    CONFLICT,
    /** Whether one documented condition is due to another. */
    @JsonProperty("cause-and-effect")
    CAUSE_AND_EFFECT,
    /** Whether a documented condition was present on admission. */
    @JsonProperty("present-on-admission")
    PRESENT_ON_ADMISSION,
    /** A diagnosis that is documented already, e.g. in a pathology or radiology report, for the clinician to confirm. */
    @JsonProperty("documented-elsewhere")
    DOCUMENTED_ELSEWHERE,
    /** What was done, and how. */
    @JsonProperty("procedure")
    PROCEDURE;

    /** Guidelines for Achieving a Compliant Query Practice (2022 update): where a yes/no query is acceptable. */
    private static final Set<QueryPurpose> YES_NO =
            EnumSet.of(CONFLICT, CAUSE_AND_EFFECT, PRESENT_ON_ADMISSION, DOCUMENTED_ELSEWHERE);

    boolean permitsYesNo() {
        return YES_NO.contains(this);
    }
}
