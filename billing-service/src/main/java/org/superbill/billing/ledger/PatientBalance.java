package org.superbill.billing.ledger;

/**
 * What a patient owes.
 *
 * @param cents of all claims together and beside any; below zero what is owed to the patient
 * @param inCredit whether something was paid too much, for a claim or beside any: no other claim's debt makes it less
 */
public record PatientBalance(Cents cents, boolean inCredit) {
    static final PatientBalance NOTHING = new PatientBalance(Cents.ZERO, false);
}
