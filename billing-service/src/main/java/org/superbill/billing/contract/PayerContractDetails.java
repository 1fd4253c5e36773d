package org.superbill.billing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.feeschedule.DatedPrices;
import org.superbill.billing.feeschedule.PricedCode;
import org.superbill.billing.reference.Registered;
import org.superbill.servicekit.problem.FieldError;

/**
 * What is said about a contract; a change says all of it again.
 *
 * @param rates what is allowed for single procedures, before anything of the terms
 * @param effectiveTo last day; absent while it goes on
 */
@Schema(name = "PayerContractDetails")
record PayerContractDetails(
        @NotNull @Registered(Registered.As.PAYER) UUID payerId,
        @NotBlank @Size(max = 100) String name,
        @NotNull LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @NotNull @Valid ContractTerms terms,

        @Nullable @Size(max = 20_000) List<@NotNull @Valid PricedCode> rates) {

    static final String EXAMPLE = """
            {"payerId":"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0004","name":"Key Insurance 2026","effectiveFrom":"2026-01-01",
            "terms":{"percentOfMedicare":{"percent":120,"contractor":"09102","locality":"04"},"percentOfCharge":60,
            "modifiers":[{"modifier":"50","percent":150}]},"rates":[{"procedureCode":"99213","amountCents":9500}]}""";

    List<PricedCode> pricedCodes() {
        return rates == null ? List.of() : rates;
    }

    /** What is wrong between its fields, each being right by itself. */
    List<FieldError> contradictions() {
        var errors = new ArrayList<>(DatedPrices.contradictions(effectiveFrom, effectiveTo, pricedCodes(), "/rates"));
        if (pricedCodes().isEmpty() && terms.percentOfMedicare() == null && terms.percentOfCharge() == null) {
            errors.add(
                    new FieldError("/terms", "required", "say rates, a percentage of Medicare or one of the charge"));
        }
        return errors;
    }
}
