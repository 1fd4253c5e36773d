package org.superbill.coding.codingquery;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with queries, for callers. */
public enum QueryProblem implements ProblemType {
    CODING_QUERY_NOT_FOUND(
            404,
            "There is no such coding query",
            "`GET /api/v1/coding-queries` lists the organization's. One that was kept for as long as the policy says is gone."),
    CODING_QUERY_TEMPLATE_NOT_FOUND(
            404, "There is no such template of queries", "`GET /api/v1/coding-query-templates` lists them."),
    CODING_QUERY_TEMPLATE_SHIPPED(
            409,
            "A template that ships is not changed",
            "Make a template of your own from it with `POST /api/v1/coding-query-templates`."),
    CODING_QUERY_NOT_ADDRESSED(
            403,
            "The query is for somebody else",
            "It is answered by the practitioner whom it is for, by who stands in for them, or by who was told because it is overdue. The token says which practitioner its bearer is (`practitioner`) or stands in for (`covers_for`); one that says neither answers none, unless the coding policy has `queries.answerWithoutPractitioner`."),
    CODING_QUERY_NOT_YOURS(
            403,
            "The query is another's",
            "A draft is rewritten and withdrawn by who wrote it (`askedBy`), or by who leads the coders (`coding-case:distribute`); a query that was sent may also be withdrawn by who has its case."),
    CODING_QUERY_ADDRESSEE_UNKNOWN(
            422,
            "The query is for nobody who is known",
            "`practitionerId` is the id of a practitioner of the organization, as `GET /api/v1/practitioners` lists them; one who has just been added is known here some seconds later. Leave it out, and the query is for the encounter's own practitioner."),
    CODING_QUERY_STEP_NOT_ALLOWED(
            409,
            "The coding query cannot take this step from where it is",
            "A query is written while it is a draft, answered while it is open, and closed once. Ask another where this one is closed."),
    CODING_QUERY_NOT_COMPLIANT(
            422,
            "The query cannot be sent as it is",
            "`errors[]` names each reason: `code` is the rule, `pointer` the place in the text. What is only a warning may be confirmed instead, in `acknowledgements` of the text, with the reason. The rules follow the AHIMA/ACDIS practice brief on compliant queries: indicators are quoted from the record with their place, nothing leads to an answer or speaks of payment or quality scores, choices have \"other\" and \"unable to determine\", an offered diagnosis is supported by quotations, and a yes/no query introduces none. Nothing was sent.");

    private final int status;
    private final String title;
    private final String explanation;

    QueryProblem(int status, String title, String explanation) {
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
