package org.superbill.coding.codingaudit;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with audits, for callers. */
public enum AuditProblem implements ProblemType {
    CODING_AUDIT_NOT_FOUND(
            404, "There is no such coding audit", "`GET /api/v1/coding-audits` lists the organization's."),
    CODING_AUDIT_ITEM_NOT_FOUND(
            404,
            "The coding audit has no such item",
            "`GET /api/v1/coding-audits/{id}/items` lists the cases that were drawn."),
    CODING_AUDIT_EMPTY(
            422,
            "No finalized case fits the sampling",
            "Widen the days or leave criteria out. Before the bill only cases count that are final and wait: `auditFirst` of the coding policy says which do."),
    CODING_AUDIT_STEP_NOT_ALLOWED(
            409,
            "The item of the audit cannot take this step from where it is",
            "An open item is audited, in a blind audit once, before the bill again only while its case is in audit; one with errors is accepted or rebutted by its coder; a rebuttal is decided once; corrective action follows errors that stand, once, and is done once. What nobody has judged is cancelled with its audit, once."),
    CODING_AUDIT_REBUTTAL_LATE(
            409,
            "The time for a rebuttal is over",
            "`rebutUntil` of the item was the last day (`times.rebuttalDays` of the coding policy). Who audits may decide on the errors without a rebuttal now."),
    CODING_AUDIT_NOT_YOURS(
            403,
            "This step is somebody else's",
            "Only the coder of the case accepts or rebuts; whoever coded it neither audits it, nor decides on the rebuttal, nor says that the corrective action is done. Who began an audit cancels it, or who keeps the coding policy. Who has left an item of a blind audit to others, or has seen its case, does not judge it. An item that somebody has taken (`takenBy`) is theirs to judge; another may take it over who has not seen the case since. Where the coding policy keeps duties apart, whoever audited it does not decide on the rebuttal either.");

    private final int status;
    private final String title;
    private final String explanation;

    AuditProblem(int status, String title, String explanation) {
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
