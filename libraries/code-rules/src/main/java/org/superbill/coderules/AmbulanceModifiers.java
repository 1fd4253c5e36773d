package org.superbill.coderules;

/**
 * Where a transport began and where it ended: a letter for each, together one modifier that no list has. Source: Medicare Claims Processing Manual, chapter 15, section
 * 30.A; HCPCS Level II, transportation services.
 */
public final class AmbulanceModifiers {
    /** D diagnostic or therapeutic site, E residential facility, G and J dialysis, H hospital, I transfer, N nursing facility, P physician's office, R residence, S scene. */
    private static final String ORIGINS = "DEGHIJNPRS";

    /** X is a stop at a physician's office on the way to the hospital. */
    private static final String DESTINATIONS = ORIGINS + "X";

    private static final int LENGTH = 2;

    private AmbulanceModifiers() {}

    public static boolean isOriginAndDestination(String modifier) {
        return modifier.length() == LENGTH
                && ORIGINS.indexOf(modifier.charAt(0)) >= 0
                && DESTINATIONS.indexOf(modifier.charAt(1)) >= 0;
    }

    /** A0021-A0999, and what other payers than Medicare pay beside them: intercepts and miles (S0207-S0215), transport that is no emergency (T2001-T2007, T2049). */
    public static boolean areFor(String procedure) {
        return isBetween(procedure, "A0021", "A0999")
                || isBetween(procedure, "S0207", "S0215")
                || isBetween(procedure, "T2001", "T2007")
                || procedure.equals("T2049");
    }

    private static boolean isBetween(String procedure, String first, String last) {
        return procedure.length() == first.length()
                && procedure.compareTo(first) >= 0
                && procedure.compareTo(last) <= 0;
    }
}
