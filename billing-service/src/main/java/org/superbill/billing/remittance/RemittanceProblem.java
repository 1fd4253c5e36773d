package org.superbill.billing.remittance;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with remittances over the API. */
enum RemittanceProblem implements ProblemType {
    REMITTANCE_NOT_FOUND(404, "There is no such remittance", "The id is unknown in the organization of the token."),
    REMITTANCE_NAME_NOT_FOUND(
            404,
            "There is no such name of a payer",
            "The id is unknown in the organization of the token. `GET /api/v1/remittances/names` lists those that were taught."),
    REMITTANCE_UNBALANCED(422, "Sums of the remittance disagree", """
            Nothing of the payment (one ST of an 835) was posted. The file is kept, so its upload is answered 201, and what came of it is in the
            remittance: state `quarantined`, and `disagreements[]` with each sum that is off. `pointer` is the place in the file, transaction sets,
            claims (CLP) and lines (SVC) counted from 1, with the element that should be another; `expected` and `found` are its sums.

            | code | rule (005010X221A1, 1.10.2.1) | element |
            |---|---|---|
            | `line-unbalanced` | SVC02 less the line's CAS is SVC03 | `/transaction/1/claim/1/line/1/SVC03` |
            | `claim-unbalanced` | CLP03 less all CAS of the claim and its lines is CLP04 | `/transaction/1/claim/1/CLP04` |
            | `payment-unbalanced` | the sum of CLP04 less the sum of PLB is BPR02 | `/transaction/1/BPR02` |
            | `negative-payment` | BPR02 is not below zero, nor is CLP04 but of a reversal (CLP02 22) | `/transaction/1/claim/1/CLP04` |
            | `negative-patient-responsibility` | the CAS with PR of a claim and its lines are not below zero together, but of a reversal | `/transaction/1/claim/1/CAS` |
            | `unknown-adjustment-group` | CAS01 is CO, OA, PI or PR | `/transaction/1/claim/1/line/1/CAS01` |

            An amount above 99999999.99 (`amount-too-large` in the outcome of the file) makes the ST `rejected`: there is no remittance of it.

            Ask the payer for a corrected 835; one that balances posts as usual. Or a named person takes the cash to unapplied (`POST /remittances/{id}/post-unapplied`)."""),
    REMITTANCE_STEP_NOT_ALLOWED(
            409,
            "The remittance is not in a state for this step",
            "A person decides about a remittance once: `quarantined` and `waiting` can go to unapplied or be discarded, `waiting` can be accepted, and none of these when the same money is in the books already. What is `posted` or `unapplied` can be undone until something later is posted about one of its claims; money that is unapplied can be matched with a claim that was sent. A name that was taught is withdrawn once. Nothing was changed."),
    REMITTANCE_UNREADABLE(
            422,
            "The remittance cannot be read",
            "The body is not an 835 with a sound envelope, or says something that an 835 cannot say: `detail` names the place. Nothing was posted or kept."),
    REMITTANCE_PREVIEW_TOO_LARGE(
            422,
            "The file is too large for a preview",
            "A preview posts the file and takes that back again: until it is done nobody else changes its claims, so that files of more payments or claims, or that take longer than `detail` says, are not previewed. Nothing was posted or kept. Upload the file: what is doubtful is not posted, and a posting can be undone."),
    REMITTANCE_MATCH_DOUBTFUL(
            409,
            "The claim does not take the payment",
            "The payer has decided this claim before and has not reversed that, or the payment takes back what was never posted, sums of its claim disagree, or its patient, charge or lines are not the claim's (`despiteDifferences` says that they are meant). Look at the claim's remittances; `detail` says which it is. Nothing was changed.");

    private final int status;
    private final String title;
    private final String explanation;

    RemittanceProblem(int status, String title, String explanation) {
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
