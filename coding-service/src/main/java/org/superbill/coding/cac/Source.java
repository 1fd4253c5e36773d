package org.superbill.coding.cac;

/** Where a term comes from, best first: of two that are the same words, the earlier names the code. */
enum Source {
    /** Our own list of clinical language. */
    EVERYDAY("clinical usage"),
    /** What a patient has, takes or comes for: chapter 21. */
    STATUS("clinical usage"),
    /** A disease that the index has as a main term: its default code (Guidelines I.B.18). */
    MAIN_TERM("ICD-10-CM Alphabetic Index, main term"),
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
