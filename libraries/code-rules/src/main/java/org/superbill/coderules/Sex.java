package org.superbill.coderules;

/** As the payer has it on file; only these two are judged. */
public enum Sex {
    FEMALE,
    MALE
}
