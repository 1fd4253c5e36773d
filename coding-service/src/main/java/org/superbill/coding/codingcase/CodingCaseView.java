package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codecheck.UnrelatedConditions;
import org.superbill.coding.codenote.CodeNoteView;
import org.superbill.servicekit.revision.Revision;

/**
 * A coding case as callers see it.
 *
 * @param encounterVersion grows with late charges and documents
 * @param version grows with each amendment; a released one is never changed
 * @param versionReason why there is a version after the first, e.g. {@code late charges}, {@code late documents}, {@code denied: CO-11} or what who amends said; absent on the first
 * @param versionBy the subject of who opened the version; absent on the first, and when the encounter was completed again
 * @param services as the clinic completed them, those that this case codes
 * @param documents of the record
 * @param chargeCents of all services together
 * @param diagnoses ICD-10-CM with the dot, principal first
 * @param presentOnAdmission one for each diagnosis; empty but for a facility's inpatients
 * @param procedures ICD-10-PCS, principal first; of a facility's inpatient case only
 * @param acknowledgements why warnings are left as they are
 * @param unrelatedConditions pairs that an Excludes1 note keeps apart and that are reported together
 * @param findings what the rules say of the codes above
 * @param warnings about the releases that the codes were checked against, e.g. that one is past its year
 * @param notes what the organization has agreed on about the codes above; empty in lists
 * @param dueOn the day until which it should be coded
 * @param hold why it stays where it is; absent when it does not
 * @param lease who has it open; absent when nobody has
 * @param passedThrough whether the clinician's codes were released without a coder
 * @param revision the ETag's number, for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodingCaseView(
        UUID id,
        CaseKind kind,
        UUID encounterId,
        int encounterVersion,
        UUID patientId,
        UUID practitionerId,
        CareSetting setting,
        @Nullable LocalDate admissionDate,
        @Nullable LocalDate dischargeDate,
        CaseStatus status,
        int version,
        @Nullable String versionReason,
        @Nullable String versionBy,
        LocalDate serviceDate,
        List<Service> services,
        List<CaseDocument> documents,
        long chargeCents,
        List<String> diagnoses,
        List<String> presentOnAdmission,
        List<CodedLine> lines,
        List<StayProcedure> procedures,
        List<Acknowledgement> acknowledgements,
        List<UnrelatedConditions> unrelatedConditions,
        List<Finding> findings,
        List<String> warnings,
        List<CodeNoteView> notes,
        @Nullable String assignedTo,
        LocalDate dueOn,
        @Nullable CaseHold hold,
        @Nullable CaseLease lease,
        @Nullable String codedBy,
        @Nullable Instant codedAt,
        boolean passedThrough,
        @Nullable Instant releasedAt,
        Instant createdAt,
        Instant changedAt,
        long revision) {

    public CodingCaseView {
        services = List.copyOf(services);
        documents = List.copyOf(documents);
        diagnoses = List.copyOf(diagnoses);
        presentOnAdmission = List.copyOf(presentOnAdmission);
        lines = List.copyOf(lines);
        procedures = List.copyOf(procedures);
        acknowledgements = List.copyOf(acknowledgements);
        unrelatedConditions = List.copyOf(unrelatedConditions);
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    String etag() {
        return new Revision(revision).etag();
    }
}
