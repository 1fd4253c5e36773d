package org.superbill.billing.ledger;

/**
 * What the books say about a claim.
 *
 * @param insurance what payers owe for it
 * @param patient what the patient owes for it
 * @param charged what it was charged at; zero until it was sent
 */
public record ClaimMoney(Cents insurance, Cents patient, Cents charged) {
    public static final ClaimMoney NOTHING = new ClaimMoney(Cents.ZERO, Cents.ZERO, Cents.ZERO);

    /** What was paid too much, by whomever. */
    public Cents credit() {
        return Cents.of(Math.max(0, -insurance.value()) + Math.max(0, -patient.value()));
    }

    public boolean nobodyOwes() {
        return insurance.isZero() && patient.isZero();
    }
}
