package org.superbill.x12.professional;

import org.superbill.x12.Code;

/** What a claim is to one sent before (CLM05-3). Other codes than the known ones are kept. */
public record ClaimFrequency(String code) implements Code {
    public static final ClaimFrequency ORIGINAL = new ClaimFrequency("1");
    /** Replaces a claim that the payer has adjudicated; REF*F8 names it. */
    public static final ClaimFrequency REPLACEMENT = new ClaimFrequency("7");
    /** Takes a claim back that the payer has adjudicated; REF*F8 names it. */
    public static final ClaimFrequency VOID = new ClaimFrequency("8");

    @Override
    public String toString() {
        return code;
    }
}
