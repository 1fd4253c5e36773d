package org.superbill.billing.denial;

/** What an adjustment reason means for the books. A reason that the table does not know is a denial: nobody writes off what nobody understands. */
public enum Treatment {
    /** The patient's part by the terms of the plan. */
    COST_SHARE,
    /** Written off: the contract does not allow it to be charged. */
    CONTRACTUAL,
    /** Written off, kept apart. */
    SEQUESTRATION,
    /** An earlier payer's payment or adjustment: in the books already. */
    PRIOR_PAYER,
    /** Refused: it stays a claim against the payer until somebody decides otherwise. */
    DENIAL
}
