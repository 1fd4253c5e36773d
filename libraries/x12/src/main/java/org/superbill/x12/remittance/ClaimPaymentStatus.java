package org.superbill.x12.remittance;

import org.superbill.x12.Code;

/** How the payer processed a claim (CLP02). Other codes than the known ones are kept. */
public record ClaimPaymentStatus(String code) implements Code {
    public static final ClaimPaymentStatus PRIMARY = new ClaimPaymentStatus("1");
    public static final ClaimPaymentStatus SECONDARY = new ClaimPaymentStatus("2");
    public static final ClaimPaymentStatus TERTIARY = new ClaimPaymentStatus("3");
    /** The patient or subscriber is unknown to the payer; other denials come as {@link #PRIMARY} with nothing paid. */
    public static final ClaimPaymentStatus DENIED = new ClaimPaymentStatus("4");

    public static final ClaimPaymentStatus PRIMARY_FORWARDED = new ClaimPaymentStatus("19");
    public static final ClaimPaymentStatus SECONDARY_FORWARDED = new ClaimPaymentStatus("20");
    public static final ClaimPaymentStatus TERTIARY_FORWARDED = new ClaimPaymentStatus("21");
    /** Takes an earlier payment back; its amounts are those of the earlier one with the sign turned. */
    public static final ClaimPaymentStatus REVERSAL = new ClaimPaymentStatus("22");

    public static final ClaimPaymentStatus NOT_OUR_CLAIM_FORWARDED = new ClaimPaymentStatus("23");
    public static final ClaimPaymentStatus PREDETERMINATION = new ClaimPaymentStatus("25");

    @Override
    public String toString() {
        return code;
    }
}
