package org.superbill.coding.codingcase;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case is of, for those who read its record.
 *
 * @param governingDate the day by whose rules it is coded: of a facility's inpatient the discharge, else the date of service
 * @param until the last day that its lines are coded by: of a facility's inpatient the same, else the last date of service
 * @param coverageId the first of the encounter; null when nobody but the patient pays
 * @param documents of the record, in the order of the encounter
 * @param charged procedure codes of its services
 * @param lastSeenOn when the patient was last seen before by the same practitioner or specialty, as far as the organization's cases tell; null when none does
 */
public record CaseFacts(
        UUID id,
        CaseKind kind,
        CareSetting setting,
        UUID encounterId,
        UUID patientId,
        @Nullable UUID coverageId,
        LocalDate governingDate,
        LocalDate until,
        List<CaseDocument> documents,
        List<String> charged,
        @Nullable LocalDate lastSeenOn) {

    public CaseFacts {
        documents = List.copyOf(documents);
        charged = List.copyOf(charged);
    }

    static CaseFacts of(CodingCase codingCase, @Nullable LocalDate lastSeenOn) {
        var encounter = codingCase.encounter();
        return new CaseFacts(
                codingCase.id(),
                codingCase.kind(),
                encounter.setting(),
                encounter.id(),
                encounter.patientId(),
                encounter.coverageIds().stream().findFirst().orElse(null),
                encounter.governingDate(codingCase.kind()),
                encounter.lastGoverningDate(codingCase.kind()),
                encounter.documents(),
                encounter.services().stream().map(Service::procedureCode).toList(),
                lastSeenOn);
    }
}
