package org.superbill.payersimulator.claims;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.Decision;
import org.superbill.payersimulator.adjudication.SubmittedClaim;

/**
 * A claim and what has become of it.
 *
 * @param receivedOn by the payer's clock
 * @param scenario what happens to it, as it was when the claim came
 * @param paidOn absent until its payment date has come
 * @param decision what was paid, the newest; absent until then
 * @param reversedOn when all of it was taken back, and nothing paid anew
 * @param trace TRN02 of the newest payment that it is in
 * @param replacedBy the payer's number of the claim that has replaced or voided it
 */
public record PayerClaim(
        SubmittedClaim claim,
        LocalDate receivedOn,
        String scenario,
        @Nullable LocalDate paidOn,
        @Nullable Decision decision,
        @Nullable LocalDate reversedOn,
        @Nullable String trace,
        @Nullable String replacedBy) {

    public static PayerClaim received(SubmittedClaim claim, LocalDate on, String scenario) {
        return new PayerClaim(claim, on, scenario, null, null, null, null, null);
    }

    @JsonIgnore // it follows from paidOn
    public boolean isPaid() {
        return paidOn != null;
    }

    /** Whether there is a payment of it that can be taken back. */
    @JsonIgnore
    public boolean isHeld() {
        return decision != null && reversedOn == null;
    }

    public PayerClaim paid(LocalDate on, @Nullable Decision decided, String inPayment) {
        return new PayerClaim(claim, receivedOn, scenario, on, decided, null, inPayment, replacedBy);
    }

    public PayerClaim reversed(LocalDate on, String inPayment) {
        return new PayerClaim(claim, receivedOn, scenario, paidOn, decision, on, inPayment, replacedBy);
    }

    public PayerClaim replaced(String by) {
        return new PayerClaim(claim, receivedOn, scenario, paidOn, decision, reversedOn, trace, by);
    }
}
