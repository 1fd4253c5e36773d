package org.superbill.billing.ledger;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of an account: of one payer, one patient, one reason, one authority or one reference of a payer. By patient, debits are what is
 * open and credits what was paid too much; else both are what has moved in all.
 *
 * @param payerReference PLB03-2: under which a payer carries money forward or takes it back
 * @param since by reference: the day of the first entry about it
 * @param balanceCents debits minus credits
 */
@Schema(name = "LedgerSubAccount")
record SubAccount(
        @Nullable UUID payerId,
        @Nullable UUID patientId,
        @Nullable String reason,
        @Nullable String authority,
        @Nullable String payerReference,
        @Nullable LocalDate since,
        @Schema(type = SchemaType.INTEGER) BigInteger debitCents,
        @Schema(type = SchemaType.INTEGER) BigInteger creditCents,
        @Schema(type = SchemaType.INTEGER) BigInteger balanceCents) {

    /** Only for the API's document. */
    @Schema(name = "LedgerSubAccountPage")
    record Listed(List<SubAccount> items, @Nullable String nextCursor) {}

    static SubAccount ofPayer(ResultSet row) throws SQLException {
        return of(row.getObject(1, UUID.class), null, null, null, row);
    }

    static SubAccount ofPatient(ResultSet row) throws SQLException {
        return of(null, row.getObject(1, UUID.class), null, null, row);
    }

    static SubAccount ofReason(ResultSet row) throws SQLException {
        return of(null, null, row.getString(2), null, row);
    }

    static SubAccount ofAuthority(ResultSet row) throws SQLException {
        return of(null, null, null, row.getString(2), row);
    }

    static SubAccount ofPayerReference(ResultSet row) throws SQLException {
        var part = of(row.getObject(1, UUID.class), null, null, null, row);
        return new SubAccount(
                part.payerId,
                null,
                null,
                null,
                row.getString(2),
                row.getObject(5, LocalDate.class),
                part.debitCents,
                part.creditCents,
                part.balanceCents);
    }

    private static SubAccount of(
            @Nullable UUID payerId,
            @Nullable UUID patientId,
            @Nullable String reason,
            @Nullable String authority,
            ResultSet row)
            throws SQLException {
        var debit = row.getBigDecimal(3).toBigInteger();
        var credit = row.getBigDecimal(4).toBigInteger();
        return new SubAccount(payerId, patientId, reason, authority, null, null, debit, credit, debit.subtract(credit));
    }
}
