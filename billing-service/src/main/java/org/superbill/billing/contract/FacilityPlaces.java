package org.superbill.billing.contract;

import java.util.Set;

/** Places of service where Medicare pays the facility rate. Source: Medicare Claims Processing Manual, chapter 12, section 20.4.2. */
public final class FacilityPlaces {
    private static final Set<String> CODES =
            Set.of("02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53", "56", "61");

    private FacilityPlaces() {}

    /** @param placeOfService CMS's code of two digits */
    public static boolean include(String placeOfService) {
        return CODES.contains(placeOfService);
    }
}
