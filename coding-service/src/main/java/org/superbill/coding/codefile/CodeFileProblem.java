package org.superbill.coding.codefile;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with an official file, for callers. */
public enum CodeFileProblem implements ProblemType {
    CODE_FILE_UNKNOWN(
            422,
            "This is none of the official files that can be loaded here",
            "A file is recognised by its content, in the form in which its publisher publishes it: see docs/code-systems.md for each kind. A table of your own goes to"
                    + " `POST /api/v1/code-systems/{system}/releases` instead."),
    CODE_FILE_INVALID(
            422,
            "The file has rows that cannot be loaded",
            "`errors[]` names the places, the first 50 of them, lines counted from 1 with the header. Nothing of the file was loaded."),
    CODE_FILE_UNREADABLE(
            422,
            "The file is damaged, or packed or written in a way that is not accepted",
            "A gzip or zip file must be whole, unpack to at most 1 GiB and to at most 200 times its size, and have at most 500 entries with plain names; its text must be UTF-8. Nothing was loaded."),
    CODE_FILE_RELEASE_NEEDED(
            422,
            "The file does not say which release it is",
            "Send it again with the query parameters `release`, a label, and `effectiveFrom`, its first day. `errors[]` says which of them is missing."),
    CODE_FILE_NOT_HERE(
            422,
            "This official file is not for coding-service",
            "NCCI edits, medically unlikely edits, add-on codes and fee schedules are billing's: send them to `POST /api/v1/edit-tables`. `./superbill codes load`"
                    + " does so by itself. Nothing was loaded.");

    private final int status;
    private final String title;
    private final String explanation;

    CodeFileProblem(int status, String title, String explanation) {
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
