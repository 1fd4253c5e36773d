package org.superbill.coding.cac;

/** Where a term comes from, best first: of two that are the same words, the earlier names the code. */
enum Source {
    /** Our own list of clinical language. */
    EVERYDAY("clinical usage", 1.0),
    /** What a patient has, takes or comes for: chapter 21. */
    STATUS("clinical usage", 1.0),
    INDEX("ICD-10-CM Alphabetic Index", 0.9),
    INCLUSION("ICD-10-CM Tabular List, inclusion term", 0.95),
    DESCRIPTION("ICD-10-CM Tabular List, code title", 0.95),
    NEOPLASM_TABLE("ICD-10-CM Neoplasm Table", 0.95),
    DRUG_TABLE("ICD-10-CM Table of Drugs and Chemicals", 0.95);

    private final String citation;
    private final double trust;

    Source(String citation, double trust) {
        this.citation = citation;
        this.trust = trust;
    }

    String citation() {
        return citation;
    }

    double trust() {
        return trust;
    }
}
