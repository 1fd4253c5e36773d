package org.superbill.billing.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the books say about a claim. What one has paid too much is never netted against what another owes.
 *
 * @param payers what each payer owes for it, below zero its credit
 * @param patient what the patient owes for it, below zero the patient's credit
 * @param charged what it was charged at; zero until it was sent
 */
public record ClaimMoney(Map<UUID, Cents> payers, Cents patient, Cents charged) {
    public static final ClaimMoney NOTHING = new ClaimMoney(Map.of(), Cents.ZERO, Cents.ZERO);

    public ClaimMoney {
        payers = Map.copyOf(payers);
    }

    /** Of another payer, or of the patient. */
    ClaimMoney plus(ClaimMoney other) {
        var both = new HashMap<>(payers);
        other.payers.forEach((payer, balance) -> both.merge(payer, balance, Cents::plus));
        return new ClaimMoney(both, patient.plus(other.patient), charged.plus(other.charged));
    }

    /** What the payers owe less what they have paid too much. */
    public Cents insurance() {
        return Cents.sum(payers.values(), balance -> balance);
    }

    /** What payers owe. */
    public Cents owedByPayers() {
        return Cents.sum(payers.values(), ClaimMoney::owed);
    }

    /** What was paid too much, by whomever. */
    public Cents credit() {
        return Cents.sum(payers.values(), balance -> owed(balance.negated())).plus(owed(patient.negated()));
    }

    private static Cents owed(Cents balance) {
        return Cents.of(Math.max(0, balance.value()));
    }

    /** No payer owes anything, or is owed anything. */
    public boolean payersAreEven() {
        return payers.values().stream().allMatch(Cents::isZero);
    }

    public boolean nobodyOwes() {
        return payersAreEven() && patient.isZero();
    }
}
