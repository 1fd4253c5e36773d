package org.superbill.coding.codingcase;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with coding cases, for callers. */
public enum CodingProblem implements ProblemType {
    CODING_CASE_NOT_FOUND(
            404,
            "There is no such coding case",
            "A case appears when its encounter is completed; that takes a moment, as it comes by an event. Cases of other organizations look the same."),
    CODING_CASE_STEP_NOT_ALLOWED(
            409,
            "The coding case cannot take this step from where it is",
            "`status` says where the case is. A released case is opened again with `amend`; a void one stays void."),
    CODING_CASE_OPEN_ELSEWHERE(
            409,
            "Another coder has the case open",
            "One person edits a case at a time. `detail` says until when it is kept open; it ends by itself, with `POST …/close` of who has it open, or when the case is assigned to another."),
    CODING_CASE_NOT_YOURS(
            403,
            "The case is another coder's",
            "`assignedTo` of the case says whose it is. Open it with `POST …/open` to work on it in their stead, or have it assigned to you."),
    CODING_CASE_BLIND(
            403,
            "The case is kept from who is to judge it without knowing its codes",
            "An item of a blind audit is open for it, which the caller may judge: until it is judged neither its codes nor its coder are told. Once somebody has taken the item (`POST …/items/{id}/take`), the case is kept from them alone. What is needed for judging is in the item, `GET /api/v1/coding-audits/{id}/items/{id}`."),
    CODING_CASE_JUDGED_WRONG(
            409,
            "An auditor found errors in the case",
            "A case that is judged wrong before its bill is not released as it is. When its coder accepts the errors, or they are upheld, it goes back to the coder; when the coder's rebuttal is agreed to, it is released by that. Whoever judged it may correct the judgment until then."),
    CODING_CASE_HELD(
            409,
            "The coding case is on hold",
            "`hold` of the case says why, by whom and since when. Take it off with `POST …/end-hold`; it may be coded meanwhile, but neither finalized nor released."),
    CODING_DOCUMENTS_UNSEEN(
            409,
            "The record has got documents that nobody has looked at",
            "They came after coding had begun: `errors[]` names each, the case's `documents[]` say by whom and when. Read them, and say so with `POST …/documents/{id}/seen`; then finalize."),
    CODING_DOCUMENT_NOT_FOUND(
            404,
            "The case waits for no look at this document",
            "Only what came after coding had begun is to be looked at (`late` in the case's `documents[]`), and once is enough."),
    CODING_TASK_NOT_FOUND(
            404,
            "There is no such task",
            "Tasks come of late documents and of errors that an audit has upheld after the bill; `GET /api/v1/coding-worklist/tasks` lists them."),
    CODING_TASK_STEP_NOT_ALLOWED(
            409,
            "The task is not closed in this way",
            "A closed task stays as it is. A late document's task is closed by having seen the document, `POST /api/v1/coding-cases/{id}/documents/{id}/seen`."),
    CODING_DUTIES_APART(
            403,
            "The organization keeps these duties apart",
            "By the coding policy (`dutiesApart`) whoever coded a case does not release it, and whoever completed an encounter or judged its case last does not code it. Another person has to."),
    CODING_FINDINGS_OPEN(
            422,
            "The coding has findings that must be put right first",
            "`errors[]` names each: `code` is the rule, `pointer` the place in the coding. The case's `findings[]` say how to fix it and who says so. A warning may stay if `acknowledgements[]` of the coding give a reason. Nothing was changed.");

    private final int status;
    private final String title;
    private final String explanation;

    CodingProblem(int status, String title, String explanation) {
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
