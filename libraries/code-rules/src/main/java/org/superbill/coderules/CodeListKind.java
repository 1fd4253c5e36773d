package org.superbill.coderules;

/** The lists of ICD-10-CM codes that rules judge by. */
public enum CodeListKind {
    /** Exempt from present-on-admission reporting (ICD-10-CM Official Guidelines, appendix I). */
    POA_EXEMPT("poa-exempt"),
    /** Medicare Code Editor: manifestations, not allowed as principal diagnosis. */
    MANIFESTATION("manifestation"),
    /** Medicare Code Editor: not a reason to be admitted. */
    UNACCEPTABLE_PRINCIPAL("unacceptable-principal"),
    /** Medicare Code Editor: a doubtful reason to be admitted. */
    QUESTIONABLE_ADMISSION("questionable-admission"),
    FEMALE_ONLY("female-only"),
    MALE_ONLY("male-only"),
    NEWBORN("newborn"),
    PEDIATRIC("pediatric"),
    MATERNITY("maternity"),
    ADULT("adult");

    private final String id;

    CodeListKind(String id) {
        this.id = id;
    }

    /** {@code unacceptable-principal}. */
    public String id() {
        return id;
    }
}
