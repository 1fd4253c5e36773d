package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** By what a coding is judged beside its codes: where the encounter took place and when, as it was at the time. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseDays(
        @Enumerated(EnumType.STRING) CareSetting setting,
        @Column(name = "service_date") LocalDate serviceDate,
        @Column(name = "admission_date") @Nullable LocalDate admissionDate,
        @Column(name = "discharge_date") @Nullable LocalDate dischargeDate) {}
