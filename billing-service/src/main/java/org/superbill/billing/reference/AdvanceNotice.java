package org.superbill.billing.reference;

import java.util.List;
import java.util.Optional;

/**
 * What the modifiers of a line say of a notice of noncoverage, and who owes when Medicare denies the line for that reason. Source: CMS
 * Claims Processing Manual, chapter 30, section 50, and chapter 1, section 60.4.2.
 */
public enum AdvanceNotice {
    /** GA: a notice that was required is signed. */
    SIGNED,
    /** GX: a notice was given though none was required. */
    VOLUNTARY,
    /** GY: Medicare never covers it. */
    NEVER_COVERED,
    /** GZ: a denial is expected and no notice is signed. */
    NOT_SIGNED;

    /** Who owes a line that is denied. */
    public enum Owes {
        PATIENT,
        PROVIDER
    }

    /** Empty where the modifiers say nothing of a notice: then the payer's group code alone decides. */
    public static Optional<AdvanceNotice> of(List<String> modifiers) {
        if (modifiers.contains("GZ")) {
            return Optional.of(NOT_SIGNED);
        } else if (modifiers.contains("GA")) {
            return Optional.of(SIGNED);
        } else if (modifiers.contains("GY")) {
            return Optional.of(NEVER_COVERED);
        }
        return modifiers.contains("GX") ? Optional.of(VOLUNTARY) : Optional.empty();
    }

    /** Who owes the line if Medicare denies it. */
    public Owes owes() {
        return this == NOT_SIGNED ? Owes.PROVIDER : Owes.PATIENT;
    }

    /** A required notice is signed or not, and what is never covered requires none. */
    public static boolean contradicts(List<String> modifiers) {
        var signed = modifiers.contains("GA");
        var notSigned = modifiers.contains("GZ");
        var neverCovered = modifiers.contains("GY") || modifiers.contains("GX");
        return signed && notSigned || (signed || notSigned) && neverCovered;
    }
}
