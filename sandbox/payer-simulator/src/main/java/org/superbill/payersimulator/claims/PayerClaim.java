package org.superbill.payersimulator.claims;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.SubmittedClaim;

/**
 * A claim and what has become of it.
 *
 * @param receivedOn by the payer's clock
 * @param paidOn absent until its payment date has come
 */
public record PayerClaim(
        SubmittedClaim claim,
        LocalDate receivedOn,
        @Nullable LocalDate paidOn) {

    @JsonIgnore // it follows from paidOn
    public boolean isPaid() {
        return paidOn != null;
    }

    public PayerClaim paidOn(LocalDate date) {
        return new PayerClaim(claim, receivedOn, date);
    }
}
