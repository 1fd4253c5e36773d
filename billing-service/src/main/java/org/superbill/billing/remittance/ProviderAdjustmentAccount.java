package org.superbill.billing.remittance;

import org.superbill.billing.ledger.Account;

/** Where money goes that moves outside of claims. Source: 005010X221A1, PLB03-1 and 1.10.2.9 to 1.10.2.17. Pure. */
final class ProviderAdjustmentAccount {
    private ProviderAdjustmentAccount() {}

    /** @param reason PLB03-1; one that is not known stays visible as an adjustment of the provider */
    static Account of(String reason) {
        return switch (reason) {
            case "FB" -> Account.FORWARDING_BALANCE;
            case "WO", "WU", "OB", "B3", "TL" -> Account.RECOUPMENT; // recoveries, of our own or for others
            case "72" -> Account.REFUNDS_PAYABLE; // the payer acknowledges what was sent back
            case "L6", "CR" -> Account.INTEREST_INCOME;
            case "50", "51", "L3" -> Account.PAYER_PENALTY;
            case "E3", "IR", "LE", "SL" -> Account.WITHHOLDING;
            case "CT", "RA" -> Account.CAPITATION_INCOME;
            case "90", "B2", "BN", "IP" -> Account.INCENTIVE_INCOME;
            case "CV", "CW", "DM", "FC", "GO", "HM", "IS", "LS", "OA", "PI", "PL", "RE" -> Account.SETTLEMENT_INCOME;
            default -> Account.PROVIDER_ADJUSTMENT;
        };
    }
}
