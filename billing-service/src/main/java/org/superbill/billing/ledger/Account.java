package org.superbill.billing.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The accounts of an organization's books. What each is for is said here and nowhere else. */
public enum Account {
    INSURANCE_RECEIVABLE(Type.ASSET, "What payers owe, each payer in turn"),
    PATIENT_RECEIVABLE(Type.ASSET, "What patients owe; below zero is a patient's credit"),
    COLLECTIONS(Type.ASSET, "What patients owe and an agency collects"),
    CASH(Type.ASSET, "Money that payers and patients say they have sent, until the bank shows its deposit"),
    UNAPPLIED_CASH(Type.LIABILITY, "Money whose claim is not known yet"),
    PATIENT_SERVICE_REVENUE(Type.INCOME, "What services were charged at"),
    CONTRACTUAL_ADJUSTMENT(Type.CONTRA_INCOME, "What the contract with a payer does not allow to be charged"),
    SEQUESTRATION_ADJUSTMENT(Type.CONTRA_INCOME, "What federal sequestration takes (CO-253)"),
    UNCOLLECTIBLE_ADJUSTMENT(
            Type.CONTRA_INCOME,
            "What must not be asked of a patient: of a qualified Medicare beneficiary (N781-N783), or by law or agreement (CARC 209), where no next payer is known"),
    INTEREST_INCOME(Type.INCOME, "What payers add for paying late (PLB L6)"),
    RECOUPMENT(
            Type.ASSET,
            "What a payer has taken back for an earlier overpayment; zero when the reversal that explains it is posted (PLB WO, WU, OB, B3)"),
    FORWARDING_BALANCE(Type.ASSET, "What a payer carries forward to its next payment (PLB FB)"),
    PAYER_PENALTY(Type.CONTRA_INCOME, "What a payer keeps as a penalty or for a late claim (PLB 50, 51, L3)"),
    WITHHOLDING(
            Type.ASSET,
            "What a payer keeps back, or pays to an authority for us (PLB E3, IR, LE, SL; CARC 104, 105, 245)"),
    CAPITATION_INCOME(Type.INCOME, "What is paid by the head and not by the service (PLB CT, RA)"),
    INCENTIVE_INCOME(Type.INCOME, "What a payer adds for quality or promptness (PLB 90, B2, BN, IP; CARC 144, 161)"),
    SETTLEMENT_INCOME(
            Type.INCOME,
            "Interim, lump-sum and pass-through payments (PLB CV, CW, DM, GO, HM, IS, LS, OA, PI, PL, RE …)"),
    PROVIDER_ADJUSTMENT(
            Type.ASSET, "What a payer took away or gave outside any claim for another reason (PLB CS, J1 …)"),
    DEPOSIT_CLEARING(
            Type.ASSET,
            "Deposits between the bank's statement and the payments that they carry; each of them returns to zero"),
    BANK_ACCOUNT(Type.ASSET, "What the bank's statement shows as received"),
    REFUNDS_PAYABLE(Type.LIABILITY, "What is owed back to payers and patients, and not yet sent"),
    WRITE_OFF(Type.CONTRA_INCOME, "What a named person gave up, by reason"),
    BAD_DEBT(Type.EXPENSE, "What patients owed and nobody will get"),
    OPENING_BALANCE(Type.EQUITY, "What a former system's books held when they were taken over");

    /** On which side an account grows. */
    public enum Type {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME,
        CONTRA_INCOME,
        EXPENSE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whose balances an account is the sum of; for what is nobody's in particular it is kept by reason only. */
    public enum SubLedger {
        PAYER,
        PATIENT,
        REASON;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
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

    /** What somebody owes for a claim. */
    public boolean isReceivable() {
        return this == INSURANCE_RECEIVABLE || this == PATIENT_RECEIVABLE || this == COLLECTIONS;
    }

    /** What came in, or is to come in from a bank. */
    public boolean isMoney() {
        return this == CASH;
    }

    SubLedger subLedger() {
        return switch (this) {
            case PATIENT_RECEIVABLE, COLLECTIONS -> SubLedger.PATIENT;
            case WRITE_OFF, BAD_DEBT, OPENING_BALANCE -> SubLedger.REASON;
            default -> SubLedger.PAYER;
        };
    }

    /** @throws IllegalArgumentException for a name that no account has */
    public static Account of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String purpose() {
        return purpose;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
