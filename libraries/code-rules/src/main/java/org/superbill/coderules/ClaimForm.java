package org.superbill.coderules;

/** Which claim the codes are for; it says how many of them there is room for. */
public enum ClaimForm {
    /** 837P: 12 diagnoses, pointers from each line (005010X222A1). */
    PROFESSIONAL(12),
    /** 837I: a principal diagnosis and 24 others, no pointers (005010X223A2). */
    INSTITUTIONAL(25);

    private final int diagnoses;

    ClaimForm(int diagnoses) {
        this.diagnoses = diagnoses;
    }

    /** The most that fit. */
    public int diagnoses() {
        return diagnoses;
    }
}
