package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A procedure of an inpatient stay, on the facility's case.
 *
 * @param code ICD-10-PCS, seven characters
 * @param practitionerId who performed it; absent: the encounter's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingCaseProcedure")
public record StayProcedure(
        String code, LocalDate date, @Nullable UUID practitionerId) {}
