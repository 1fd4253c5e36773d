package org.superbill.coding.search;

/** The fields of the index: a document for each name of a code, the official description being one of them. */
final class Fields {
    /** Stored form of the code that the name is of: one term to search by, and a value of each document. */
    static final String CODE = "code";

    static final String CODE_VALUE = "codeValue";
    /** The stems of the name. */
    static final String NAME = "name";
    /** The stems of what may be matched as well, as the nonessential modifiers of the index. */
    static final String ASIDE = "aside";
    /** What kind of name, {@link NameKind#ordinal()}. */
    static final String KIND = "kind";
    /** First and last day of a description, as days since 1970. */
    static final String FROM = "from";

    static final String TO = "to";
    /** {@link Traits} of a description's code. */
    static final String TRAITS = "traits";

    static final String DISPLAY = "display";
    /** The long description where it differs from the short one; of other names, the name. */
    static final String TEXT = "text";

    private Fields() {}
}
