package org.superbill.billing.edittable;

/** What CMS's tables say, as one immutable snapshot: an edit looks up and never waits. */
public final class EditTables {
    /** No table is loaded: nothing is found. */
    public static final EditTables EMPTY = new EditTables();

    private EditTables() {}
}
