package org.superbill.x12.part;

import org.superbill.x12.Code;

/** Who bears an adjustment (CAS01). Other codes than the known ones are kept. */
public record AdjustmentGroup(String code) implements Code {
    /** The provider's contract: written off. */
    public static final AdjustmentGroup CONTRACTUAL = new AdjustmentGroup("CO");
    /** The patient owes it. */
    public static final AdjustmentGroup PATIENT_RESPONSIBILITY = new AdjustmentGroup("PR");

    public static final AdjustmentGroup OTHER = new AdjustmentGroup("OA");
    public static final AdjustmentGroup PAYER_INITIATED = new AdjustmentGroup("PI");
    /** Of older remittances. */
    public static final AdjustmentGroup CORRECTION = new AdjustmentGroup("CR");

    @Override
    public String toString() {
        return code;
    }
}
