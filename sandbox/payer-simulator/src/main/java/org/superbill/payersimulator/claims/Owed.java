package org.superbill.payersimulator.claims;

/**
 * What a party owes because more was taken back from it than paid.
 *
 * @param carriedBy TRN02 of the payment that carried it forward; the payment that sets it off names the same number (PLB FB)
 */
public record Owed(long cents, String carriedBy) {
    public static final Owed NOTHING = new Owed(0, "");
}
