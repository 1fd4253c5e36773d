package org.superbill.coding.codesystem;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with code systems, for callers. */
public enum CodeSystemProblem implements ProblemType {
    CODE_NOT_FOUND(
            404,
            "No loaded release of this code system has the code",
            "Search for it with `GET /api/v1/codes/search?q=…`. A code that exists, but not on the date asked for, is answered with `validOnDate: false` instead."),
    CODE_SYSTEM_NOT_FOUND(
            404,
            "There is no such code system",
            "`GET /api/v1/code-systems` lists the systems that there are, with the release of each that is in force."),
    CODE_RELEASE_NOT_FOUND(
            404,
            "The code system has no release with this label",
            "`GET /api/v1/code-systems/{system}/releases` lists them."),
    CODE_RELEASE_DIFFERS(
            409,
            "A release with this label is loaded already, with other content",
            "A release is never edited. Load the other content under a label of its own. The same content again is not a problem: it changes nothing."),
    CODE_RELEASE_ROWS_INVALID(
            422,
            "The file of the release has rows that cannot be loaded",
            "`errors[]` names the lines, the first 50 of them, counted from 1 with the header row. Nothing of the file was loaded."),
    CODE_RELEASE_SHIPS(
            409,
            "The release ships with the service and stays",
            "It would be loaded again at the next start. Only what was loaded over the API can be rolled back."),
    SANDBOX_RELEASE_REFUSED(
            403,
            "The sandbox release is for the sandbox only",
            "The label `sandbox` is kept for the project's own words for a few CPT numbers, which are for demonstrations and tests. In production load the release of your own licence under its label.");

    private final int status;
    private final String title;
    private final String explanation;

    CodeSystemProblem(int status, String title, String explanation) {
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
