package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codecheck.UnrelatedConditions;

/**
 * A version of a coding case as it was told to billing.
 *
 * @param reason why there is a version after the first; absent on the first
 * @param openedBy the subject of who opened the version; absent on the first, and when the encounter was completed again
 * @param days where and when the encounter was when the version was told; absent on versions of before this was kept
 * @param governingDate the day by whose rules ICD-10 was judged: of a facility's inpatient the discharge, else the date of service; lines go by their own. Absent with {@code days}
 * @param presentOnAdmission one for each diagnosis; empty but for a facility's inpatients
 * @param codedBy the subject of the coder's token
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodingCaseVersionView(
        UUID caseId,
        int version,
        @Nullable String reason,
        @Nullable String openedBy,
        @Nullable CaseDays days,
        @Nullable LocalDate governingDate,
        List<Service> services,
        List<String> diagnoses,
        List<String> presentOnAdmission,
        List<CodedLine> lines,
        List<StayProcedure> procedures,
        List<Acknowledgement> acknowledgements,
        List<UnrelatedConditions> unrelatedConditions,
        List<Finding> findings,
        String codedBy,
        Instant codedAt) {
    public CodingCaseVersionView {
        services = List.copyOf(services);
        diagnoses = List.copyOf(diagnoses);
        presentOnAdmission = List.copyOf(presentOnAdmission);
        lines = List.copyOf(lines);
        procedures = List.copyOf(procedures);
        acknowledgements = List.copyOf(acknowledgements);
        unrelatedConditions = List.copyOf(unrelatedConditions);
        findings = List.copyOf(findings);
    }
}
