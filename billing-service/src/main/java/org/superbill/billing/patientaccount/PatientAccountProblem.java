package org.superbill.billing.patientaccount;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with patients' accounts. */
enum PatientAccountProblem implements ProblemType {
    PATIENT_ACCOUNT_NOT_FOUND;

    @Override
    public int status() {
        return 404;
    }

    @Override
    public String title() {
        return "There is no such patient account";
    }

    @Override
    public String explanation() {
        return "Billing knows no patient with this id in the organization of the token. A patient who was just registered is known a moment later; one without claims has an empty account.";
    }
}
