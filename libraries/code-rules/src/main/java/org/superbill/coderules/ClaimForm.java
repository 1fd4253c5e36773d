package org.superbill.coderules;

/** Which claim the codes are for. */
public enum ClaimForm {
    /** 837P: lines point to the diagnoses that they are for (005010X222A1). */
    PROFESSIONAL,
    /** 837I: a principal diagnosis and others, no pointers (005010X223A2). */
    INSTITUTIONAL
}
