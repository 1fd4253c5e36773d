package org.superbill.billing.contract;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with contracts. */
enum PayerContractProblem implements ProblemType {
    PAYER_CONTRACT_NOT_FOUND(404, "There is no such contract", "The id is unknown in the organization of the token."),
    PAYER_CONTRACT_DUPLICATE(
            409,
            "There is a contract with this payer from this day",
            "Find it in `GET /api/v1/payer-contracts` and change it, or give the new one another first day.");

    private final int status;
    private final String title;
    private final String explanation;

    PayerContractProblem(int status, String title, String explanation) {
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
