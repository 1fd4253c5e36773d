package org.superbill.billing.deposit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/**
 * One line of a bank's statement.
 *
 * @param amount below zero for money that leaves
 * @param traceNumber TRN02 of the addenda, or the number of a check
 * @param originator TRN03 of the addenda; absent where the line has none
 */
record BankLine(
        LocalDate on,
        Cents amount,
        String description,
        @Nullable String traceNumber,
        @Nullable String originator) {}
