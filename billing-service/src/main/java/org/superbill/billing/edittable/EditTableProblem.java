package org.superbill.billing.edittable;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with CMS's tables, for callers. */
enum EditTableProblem implements ProblemType {
    EDIT_TABLE_UNKNOWN(404, "There is no such table", "`GET /api/v1/edit-tables` lists the tables."),
    EDIT_TABLE_RELEASE_NOT_FOUND(
            404,
            "The table has no such release",
            "It was never loaded, or was taken back. `GET /api/v1/edit-tables/{table}/releases` lists those that are there."),
    EDIT_TABLE_FILE_UNKNOWN(
            422,
            "This is none of the files that edits are made of",
            "Taken are, as CMS publishes them, packed or not: NCCI procedure-to-procedure edits, medically unlikely edits, add-on codes, the physician fee schedule's"
                    + " relative values and indicators, and its geographic indices. A file is recognised by the names of its columns."),
    EDIT_TABLE_FILE_UNREADABLE(
            422,
            "The file is damaged, or packed in a way that is not accepted",
            "A gzip or zip file must be whole, unpack to at most 1 GiB and to at most 200 times its size, and have at most 500 entries. Nothing was loaded."),
    EDIT_TABLE_FILE_INVALID(
            422,
            "The file has rows that cannot be loaded",
            "`errors[]` names the lines, the first 50 of them, counted from 1 with the header. Nothing of the file was loaded."),
    EDIT_TABLE_NAME_NEEDED(
            422,
            "The file does not say which table or release it is",
            "Two tables have the same columns, or the file does not say its quarter: send it again with the query parameters that `errors[]` names (`table`, `release`,"
                    + " `effectiveFrom`)."),
    EDIT_TABLE_RELEASE_DIFFERS(
            409,
            "The release is loaded with other content",
            "A release is never edited. Take it back with `rollback` and load it again, or give the file another label with `release`."),
    EDIT_TABLE_RELEASE_INCOMPLETE(
            409,
            "Parts of the release are not loaded",
            "CMS parts the pairs of a quarter into the files f1 to f4, which make one release. Load those that `detail` names, then activate it."),
    EDIT_TABLES_NOT_READY(
            503, "The tables are not in memory yet", "The service has just started. Try again after `Retry-After`.");

    private final int status;
    private final String title;
    private final String explanation;

    EditTableProblem(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
