package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By what a coding is judged beside its codes: where the encounter took place and when, as it was at the time. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingCaseDays")
public record CaseDays(
        @Enumerated(EnumType.STRING) CareSetting setting,
        @Column(name = "service_date") LocalDate serviceDate,
        @Column(name = "admission_date") @Nullable LocalDate admissionDate,
        @Column(name = "discharge_date") @Nullable LocalDate dischargeDate) {

    /** Whether a case is coded as that of a facility's inpatient (guidelines, sections II and III); all others as section IV says. */
    boolean areOfAnInpatient(CaseKind kind) {
        return setting == CareSetting.INPATIENT && kind == CaseKind.FACILITY;
    }

    /** The day by whose rules ICD-10 is judged: of a facility's inpatient the discharge, else the date of service. */
    LocalDate governing(CaseKind kind) {
        return areOfAnInpatient(kind) && dischargeDate != null ? dischargeDate : serviceDate;
    }
}
