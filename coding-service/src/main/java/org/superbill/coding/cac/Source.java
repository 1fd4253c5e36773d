package org.superbill.coding.cac;

/** Where a term comes from, best first: of two that are the same words, the earlier names the code. */
enum Source {
    /** Our own list of clinical language. */
    EVERYDAY("clinical usage"),
    /** What a patient has, takes or comes for: chapter 21. */
    STATUS("clinical usage"),
    INDEX("ICD-10-CM Alphabetic Index"),
    INCLUSION("ICD-10-CM Tabular List, inclusion term"),
    DESCRIPTION("ICD-10-CM Tabular List, code title"),
    NEOPLASM_TABLE("ICD-10-CM Neoplasm Table"),
    DRUG_TABLE("ICD-10-CM Table of Drugs and Chemicals");

    private final String citation;

    Source(String citation) {
        this.citation = citation;
    }

    String citation() {
        return citation;
    }
}
