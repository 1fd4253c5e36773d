package org.superbill.billing.denial;

/** What an adjustment reason means for the books. A reason that the table does not know is a denial: nobody writes off what nobody understands. */
public enum Treatment {
    /** The patient's part by the terms of the plan. */
    COST_SHARE,
    /** Written off: the contract does not allow it to be charged. */
    CONTRACTUAL,
    /** Written off, kept apart. */
    SEQUESTRATION,
    /** The payer keeps it back, for itself until it settles or for an authority: it is owed, though not as a refusal. */
    WITHHOLDING,
    /** The payer adds it, for quality or promptness; below zero, as it raises what is paid. */
    INCENTIVE,
    /** An earlier payer's payment or adjustment: in the books already. */
    PRIOR_PAYER,
    /** The next payer's while there is one; the patient cannot be asked for it, whatever the group says. */
    NEXT_PAYER,
    /** Refused: it stays a claim against the payer until somebody decides otherwise. */
    DENIAL
}
