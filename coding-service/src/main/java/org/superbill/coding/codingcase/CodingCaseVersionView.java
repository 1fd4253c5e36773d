package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Finding;

/**
 * A version of a coding case as it was told to billing.
 *
 * @param reason why there is a version after the first; absent on the first
 * @param codedBy the subject of the coder's token
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodingCaseVersionView(
        UUID caseId,
        int version,
        @Nullable String reason,
        List<Service> services,
        List<String> diagnoses,
        List<CodedLine> lines,
        List<Finding> findings,
        String codedBy,
        Instant codedAt) {
    public CodingCaseVersionView {
        services = List.copyOf(services);
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }
}
