package org.superbill.coding.search;

/** The fields of an indexed code. */
final class Fields {
    /** Stored form, one term. */
    static final String CODE = "code";
    /** Long description, stemmed. */
    static final String TEXT = "text";
    /** Long description, words as they stand. */
    static final String WORDS = "words";
    /** Everyday names, stemmed. */
    static final String EVERYDAY = "everyday";
    /** First and last day as days since 1970, a range to filter by. */
    static final String VALIDITY = "validity";

    static final String SYSTEM = "system";
    static final String DISPLAY = "display";
    static final String LONG_DESCRIPTION = "longDescription";
    static final String BILLABLE = "billable";
    static final String FROM = "from";
    static final String TO = "to";

    private Fields() {}
}
