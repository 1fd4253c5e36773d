package org.superbill.billing.feeschedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Registered;
import org.superbill.servicekit.problem.FieldError;

/**
 * What is said about a fee schedule; a change says all of it again.
 *
 * @param payerId only for this payer's patients; absent: for all
 * @param effectiveTo last day; absent while it goes on
 */
@Schema(name = "FeeScheduleDetails")
record FeeScheduleDetails(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Registered(Registered.As.PAYER) UUID payerId,
        @NotNull LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,

        @NotEmpty @Size(max = 20_000) List<@NotNull @Valid PricedCode> fees) {

    static final String EXAMPLE = """
            {"name":"Charges 2026","effectiveFrom":"2026-01-01","fees":[{"procedureCode":"99213","amountCents":15000},
            {"procedureCode":"70450","modifiers":["26"],"amountCents":9000}]}""";

    /** What is wrong between its fields, each being right by itself. */
    List<FieldError> contradictions() {
        return DatedPrices.contradictions(effectiveFrom, effectiveTo, fees, "/fees");
    }
}
