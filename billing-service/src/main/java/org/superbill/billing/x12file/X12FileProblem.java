package org.superbill.billing.x12file;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with files. */
enum X12FileProblem implements ProblemType {
    X12_FILE_NOT_FOUND(404, "There is no such file", "The id is unknown in the organization of the token."),
    X12_MALFORMED(
            422,
            "The file is not X12 that can be read",
            "`errors[]` names each place: interchange, group, transaction set, segment and element, counted from 1. The file is kept with the state `rejected`; nothing of it was applied. Ask the sender for a sound file.");

    private final int status;
    private final String title;
    private final String explanation;

    X12FileProblem(int status, String title, String explanation) {
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
