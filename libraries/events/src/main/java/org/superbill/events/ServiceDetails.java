package org.superbill.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a claim says of a service besides its codes, where the service calls for it. Source: 005010X222A1 and 005010X223A2, loop 2400.
 *
 * @param through last day of a service of several (DTP*472 with RD8)
 * @param description what was done, of a code that is not specific (SV101-7), at most 80 characters
 * @param note NTE*ADD, at most 80 characters
 * @param minutes of anaesthesia; they are billed in place of the units (SV103 MJ)
 * @param placeOfService when it is not the location's (SV105)
 * @param emergency SV109
 * @param epsdt SV111
 * @param familyPlanning SV112
 * @param orderingProvider loop 2420E
 * @param referringProvider when it is not the encounter's (loop 2420F)
 * @param supervisingProvider when it is not the encounter's (loop 2420D)
 * @param referringCliaNumber of the laboratory that sent the specimen on (REF*F4)
 * @param purchasedService bought of somebody else (PS1, loop 2420B)
 * @param revenueCode of a facility's line, four digits (SV201)
 */
public record ServiceDetails(
        @Nullable LocalDate through,
        @Nullable String description,
        @Nullable String note,
        @Nullable Integer minutes,
        @Nullable String placeOfService,
        @Nullable Boolean emergency,
        @Nullable Boolean epsdt,
        @Nullable Boolean familyPlanning,
        @Nullable Drug drug,
        ClaimDetails.@Nullable Provider orderingProvider,
        ClaimDetails.@Nullable Provider referringProvider,
        ClaimDetails.@Nullable Provider supervisingProvider,
        @Nullable String referringCliaNumber,
        @Nullable PurchasedService purchasedService,
        @Nullable String revenueCode) {
    /** Nothing to say. */
    public static final ServiceDetails NONE = new ServiceDetails(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * A drug that was given (loop 2410).
     *
     * @param ndc eleven digits
     * @param unit CTP05-1: F2, GR, ME, ML or UN
     */
    public record Drug(
            String ndc,
            BigDecimal quantity,
            String unit,
            @Nullable String prescriptionNumber) {}

    /**
     * What somebody else did for whoever bills it.
     *
     * @param npi of who sold it
     * @param place where it was done, when that is not the location (loop 2420C)
     */
    public record PurchasedService(
            String npi, long chargeCents, @Nullable Place place) {
        /** Done at the location. */
        public PurchasedService(String npi, long chargeCents) {
            this(npi, chargeCents, null);
        }
    }

    /** Where something was done, by somebody else. */
    public record Place(String name, Address address) {}
}
