package org.superbill.payersimulator.claims;

import java.time.LocalDate;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payee;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payer;

/**
 * Something that is to happen to a claim on a day.
 *
 * @param step {@code pay}, or what happens later
 */
public record Due(Party party, LocalDate on, String payerClaimNumber, String step) {
    public static final String PAY = "pay";

    /** Who is paid by whom, and where the remittance goes; claims whose file has something wrong with it are paid apart. */
    public record Party(String account, Payer payer, Payee payee, String usage, String file) {
        public static Party of(SubmittedClaim claim, String file) {
            return new Party(
                    claim.account(), claim.payer(), claim.payee(), claim.route().usageIndicator(), file);
        }
    }
}
