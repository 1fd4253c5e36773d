package org.superbill.patient.encounter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.Address;
import org.superbill.patient.field.X12Text;

/**
 * A transport (005010X222A1, CR1, CRC*07, loops 2310E and 2310F).
 *
 * @param transportReason CR104: A to E
 * @param miles loaded
 * @param conditions CRC03 to CRC07: 01, 04 to 09 and 12
 * @param patientCount when more than one was transported
 */
@Schema(name = "AmbulanceTransport")
record AmbulanceTransport(
        @Nullable @Positive @Max(2_000) Integer weightPounds,

        @NotNull @Pattern(regexp = "[A-E]", message = "must be a transport reason, A to E")
        String transportReason,

        @NotNull @DecimalMin("0") @Digits(integer = 8, fraction = 1)
        BigDecimal miles,

        @Nullable @Size(max = 80) @X12Text String roundTripPurpose,

        @Nullable @Size(max = 80) @X12Text String stretcherPurpose,

        @Nullable @Size(max = 5)
        List<@NotNull @Pattern(regexp = "0[1456789]|12", message = "must be one of 01, 04 to 09 and 12") String>
                conditions,

        @NotNull @Valid Address pickUp,
        @NotNull @Valid Address dropOff,

        @Nullable @Size(max = 60) @X12Text String dropOffName,

        @Nullable @Min(2) @Max(99) Integer patientCount) {

    org.superbill.events.ClaimDetails.Ambulance told() {
        return new org.superbill.events.ClaimDetails.Ambulance(
                weightPounds,
                transportReason,
                miles,
                roundTripPurpose,
                stretcherPurpose,
                conditions,
                pickUp.told(),
                dropOff.told(),
                dropOffName,
                patientCount);
    }
}
