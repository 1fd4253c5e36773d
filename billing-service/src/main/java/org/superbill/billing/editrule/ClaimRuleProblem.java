package org.superbill.billing.editrule;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with rules of payers and organizations. */
enum ClaimRuleProblem implements ProblemType {
    CLAIM_RULE_NOT_FOUND(404, "There is no such rule", "`GET /api/v1/claim-rules` lists those of the organization."),
    CLAIM_RULE_CONDITION_INVALID(
            422,
            "The condition of the rule does not compile",
            "`errors[]` says where and why. docs/claim-rules.md has the language and every name that a condition may use."),
    CLAIM_RULE_TESTS_FAILED(
            422,
            "The rule does not pass its tests",
            "A rule is switched on when it has a test that it catches and one that it leaves alone, and passes all. `errors[]` names those that failed."),
    CLAIM_RULE_STEP_NOT_ALLOWED(
            409,
            "The rule is not in a state for this step",
            "Only a draft can be changed and switched on, only a rule that is on can be switched off. A rule that was on is changed by a draft of its next version."),
    CLAIM_RULE_TOO_MANY(
            409,
            "As many rules are on as an organization may have",
            "Every claim is judged by every rule that is on: at most 200 are. Switch one off that is no longer needed, or put several into one condition."),
    CLAIM_RULE_DRAFT_EXISTS(
            409, "The rule has a draft already", "Change that draft: a rule has one next version at a time.");

    private final int status;
    private final String title;
    private final String explanation;

    ClaimRuleProblem(int status, String title, String explanation) {
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
