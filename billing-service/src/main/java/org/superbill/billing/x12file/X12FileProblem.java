package org.superbill.billing.x12file;

import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
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

    /** What a file that is kept as rejected is answered with. */
    static Problem malformed(X12FileView file) {
        return new Problem(
                X12_MALFORMED,
                "Nothing was applied; the file is kept as %s".formatted(file.id()),
                file.outcomes().stream()
                        .map(outcome -> new FieldError(outcome.reference(), "x12", outcome.message()))
                        .toList());
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
