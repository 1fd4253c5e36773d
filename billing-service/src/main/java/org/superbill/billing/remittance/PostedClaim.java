package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.UUID;
import org.superbill.billing.ledger.Cents;

/**
 * A payer's decision about a claim that is in the books, and where in which file it stands.
 *
 * @param transaction the place of its ST in the file, from 1
 * @param position the place of its CLP in the ST, from 1
 * @param statusCode CLP02
 */
public record PostedClaim(
        UUID remittanceId,
        UUID x12FileId,
        int transaction,
        int position,
        int claimVersion,
        String claimNumber,
        String statusCode,
        Cents charge,
        Cents paid,
        LocalDate paymentDate) {

    public boolean isReversal() {
        return statusCode.equals("22");
    }
}
