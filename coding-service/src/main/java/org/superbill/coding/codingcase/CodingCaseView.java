package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Finding;
import org.superbill.servicekit.revision.Revision;

/**
 * A coding case as callers see it.
 *
 * @param encounterVersion grows with late charges
 * @param version grows with each amendment; a released one is never changed
 * @param versionReason why there is a version after the first; absent on the first
 * @param services as the clinic completed them
 * @param diagnoses ICD-10-CM with the dot, principal first
 * @param findings what the rules say of the codes above
 * @param warnings about the releases that the codes were checked against, e.g. that one is past its year
 * @param revision the ETag's number, for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodingCaseView(
        UUID id,
        UUID encounterId,
        int encounterVersion,
        UUID patientId,
        CaseStatus status,
        int version,
        @Nullable String versionReason,
        LocalDate serviceDate,
        List<Service> services,
        List<String> diagnoses,
        List<CodedLine> lines,
        List<Finding> findings,
        List<String> warnings,
        @Nullable String assignedTo,
        Instant createdAt,
        Instant changedAt,
        long revision) {

    public CodingCaseView {
        services = List.copyOf(services);
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
    }

    String etag() {
        return new Revision(revision).etag();
    }
}
