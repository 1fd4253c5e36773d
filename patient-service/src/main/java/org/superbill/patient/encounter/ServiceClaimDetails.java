package org.superbill.patient.encounter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.Address;
import org.superbill.patient.field.Ndc;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.ValidNpi;
import org.superbill.patient.field.X12Text;

/**
 * What a claim says of a service besides its codes, where the service calls for it (005010X222A1, loop 2400).
 *
 * @param through last day of a service of several
 * @param description what was done, of a code that is not specific (SV101-7)
 * @param minutes of anaesthesia, billed in place of the units (SV103 MJ)
 * @param placeOfService when it is not the location's (SV105)
 * @param referringCliaNumber of the laboratory that sent the specimen on (REF*F4)
 * @param purchasedService bought of somebody else (PS1)
 * @param revenueCode of a facility's line (SV201)
 */
@Schema(name = "ServiceClaimDetails")
record ServiceClaimDetails(
        @Nullable LocalDate through,

        @Nullable @Size(max = 80) @X12Text String description,

        @Nullable @Size(max = 80) @X12Text String note,

        @Nullable @Positive @Max(99_999) Integer minutes,

        @Nullable @Pattern(regexp = "[0-9]{2}", message = "must be a place-of-service code of two digits")
        String placeOfService,

        @Nullable Boolean emergency,
        @Nullable Boolean epsdt,
        @Nullable Boolean familyPlanning,
        @Nullable @Valid Drug drug,
        @Nullable @Valid NamedProvider orderingProvider,
        @Nullable @Valid NamedProvider referringProvider,
        @Nullable @Valid NamedProvider supervisingProvider,

        @Nullable @Pattern(regexp = CLIA, message = CLIA_MESSAGE)
        String referringCliaNumber,

        @Nullable @Valid PurchasedService purchasedService,

        @Nullable @Pattern(regexp = "[0-9]{4}", message = "must be a revenue code of four digits, e.g. 0450")
        String revenueCode) {

    static final String CLIA = "[0-9]{2}D[0-9]{7}";
    static final String CLIA_MESSAGE = "must be a CLIA number, e.g. 05D1234567";

    ServiceClaimDetails {
        description = Texts.trimmedOrAbsent(description);
        note = Texts.trimmedOrAbsent(note);
        referringCliaNumber = Texts.trimmedOrAbsent(referringCliaNumber);
    }

    org.superbill.events.ServiceDetails told() {
        return new org.superbill.events.ServiceDetails(
                through,
                description,
                note,
                minutes,
                placeOfService,
                emergency,
                epsdt,
                familyPlanning,
                drug == null ? null : drug.told(),
                NamedProvider.told(orderingProvider),
                NamedProvider.told(referringProvider),
                NamedProvider.told(supervisingProvider),
                referringCliaNumber,
                purchasedService == null ? null : purchasedService.told(),
                revenueCode);
    }

    /**
     * A drug that was given (loop 2410).
     *
     * @param ndc eleven digits, or with the label's hyphens
     * @param unit F2 international unit, GR gram, ME milligram, ML millilitre, UN unit (CTP05-1)
     */
    @Schema(name = "DrugGiven")
    record Drug(
            @NotNull
            @Pattern(regexp = "[0-9]{11}", message = "must be an NDC: eleven digits, or with its hyphens")
            @Schema(pattern = "[0-9-]{11,13}", examples = "00409-1159-01")
            String ndc,

            @NotNull @DecimalMin(value = "0", inclusive = false) @Digits(integer = 10, fraction = 3)
            BigDecimal quantity,

            @NotNull @Pattern(regexp = "F2|GR|ME|ML|UN", message = "must be one of F2, GR, ME, ML and UN")
            String unit,

            @Nullable @Size(max = 50) @X12Text String prescriptionNumber) {
        Drug {
            ndc = Ndc.elevenDigits(ndc);
        }

        org.superbill.events.ServiceDetails.Drug told() {
            return new org.superbill.events.ServiceDetails.Drug(ndc, quantity, unit, prescriptionNumber);
        }
    }

    /**
     * Who sold it, and for how much (PS1).
     *
     * @param place where it was done, such as the laboratory that made a test (modifier 90), when that is not the location (loop 2420C)
     */
    @Schema(name = "PurchasedService")
    record PurchasedService(
            @NotNull @ValidNpi String npi,

            @NotNull @PositiveOrZero @Max(9_999_999_999L) Long chargeCents,

            @Nullable @Valid Place place) {
        org.superbill.events.ServiceDetails.PurchasedService told() {
            return new org.superbill.events.ServiceDetails.PurchasedService(
                    npi, chargeCents, place == null ? null : place.told());
        }
    }

    /** Where something was done. */
    @Schema(name = "ServicePlace")
    record Place(
            @NotBlank @Size(max = 60) @X12Text String name,
            @NotNull @Valid Address address) {
        org.superbill.events.ServiceDetails.Place told() {
            return new org.superbill.events.ServiceDetails.Place(name.strip(), address.told());
        }
    }
}
