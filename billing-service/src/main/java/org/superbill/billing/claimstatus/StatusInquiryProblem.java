package org.superbill.billing.claimstatus;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with questions about claims. */
enum StatusInquiryProblem implements ProblemType {
    STATUS_INQUIRY_NOT_SENT(
            409,
            "The claim has not left",
            "A payer can be asked about a claim only when it was sent. `transport` of the claim says where it is.");

    private final int status;
    private final String title;
    private final String explanation;

    StatusInquiryProblem(int status, String title, String explanation) {
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
