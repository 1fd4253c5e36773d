package org.superbill.coding.codeindex;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with the index, for callers. */
public enum CodeIndexProblem implements ProblemType {
    CODE_INDEX_TERM_NOT_FOUND(
            404,
            "The index has no such term",
            "Ids of terms belong to a release of the index and change with it. Look the term up again with `GET /api/v1/code-index?q=…`."),
    CODE_INDEX_RELEASE_NOT_FOUND(
            404,
            "This part of the index has no release with this label",
            "`GET /api/v1/code-index/tables` lists the parts, `GET /api/v1/code-index/tables/{table}/releases` the releases of one."),
    CODE_INDEX_RELEASE_SHIPS(
            409,
            "The release ships with the service and stays",
            "It would be loaded again at the next start. Only what was loaded over the API can be rolled back."),
    CODE_INDEX_RELEASE_DIFFERS(
            409,
            "A release of this part of the index is loaded already under this label, with other content",
            "A release is never edited. Load the other content under a label of its own. The same content again is not a problem: it changes nothing.");

    private final int status;
    private final String title;
    private final String explanation;

    CodeIndexProblem(int status, String title, String explanation) {
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
