package org.superbill.billing.openingbalance;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with taking over balances. */
enum OpeningBalanceProblem implements ProblemType {
    OPENING_BALANCES_INVALID;

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String title() {
        return "The opening balances cannot be taken over";
    }

    @Override
    public String explanation() {
        return "Nothing was taken over. `errors[]` names everything at once: what billing does not know (yet) of patients, coverages, practitioners and locations; coverages of another patient; diagnoses that are no codes of the day of service; control numbers that other claims have; and what an earlier import brought with other content.";
    }
}
