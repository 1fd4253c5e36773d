package org.superbill.billing.ledger;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of an account: of one payer, one patient, one reason or one authority. By patient, debits are what is open and credits what was
 * paid too much; else both are what has moved in all.
 *
 * @param balanceCents debits minus credits
 */
@Schema(name = "LedgerSubAccount")
record SubAccount(
        @Nullable UUID payerId,
        @Nullable UUID patientId,
        @Nullable String reason,
        @Nullable String authority,
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

    private static SubAccount of(
            @Nullable UUID payerId,
            @Nullable UUID patientId,
            @Nullable String reason,
            @Nullable String authority,
            ResultSet row)
            throws SQLException {
        var debit = row.getBigDecimal(3).toBigInteger();
        var credit = row.getBigDecimal(4).toBigInteger();
        return new SubAccount(payerId, patientId, reason, authority, debit, credit, debit.subtract(credit));
    }
}
