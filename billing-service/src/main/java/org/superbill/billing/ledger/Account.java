package org.superbill.billing.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The accounts of an organization's books. What each is for is said here and nowhere else. */
public enum Account {
    INSURANCE_RECEIVABLE(Type.ASSET, "What payers owe, each payer in turn"),
    PATIENT_RECEIVABLE(Type.ASSET, "What patients owe; below zero is a patient's credit"),
    CASH(Type.ASSET, "Money that payers and patients have sent"),
    UNAPPLIED_CASH(Type.LIABILITY, "Money whose claim is not known yet"),
    PATIENT_SERVICE_REVENUE(Type.INCOME, "What services were charged at"),
    CONTRACTUAL_ADJUSTMENT(Type.CONTRA_INCOME, "What the contract with a payer does not allow to be charged"),
    SEQUESTRATION_ADJUSTMENT(Type.CONTRA_INCOME, "What federal sequestration takes (CO-253)"),
    UNCOLLECTIBLE_ADJUSTMENT(
            Type.CONTRA_INCOME, "What must not be asked of a qualified Medicare beneficiary (N781-N783)"),
    INTEREST_INCOME(Type.INCOME, "What payers add for paying late (PLB L6)"),
    PROVIDER_ADJUSTMENT(Type.ASSET, "What a payer took away or gave outside any claim (PLB)");

    /** On which side an account grows. */
    enum Type {
        ASSET,
        LIABILITY,
        INCOME,
        CONTRA_INCOME
    }

    private final Type type;
    private final String purpose;

    Account(Type type, String purpose) {
        this.type = type;
        this.purpose = purpose;
    }

    Type type() {
        return type;
    }

    String purpose() {
        return purpose;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
