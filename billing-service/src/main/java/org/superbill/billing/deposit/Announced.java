package org.superbill.billing.deposit;

import java.time.LocalDate;
import java.util.UUID;
import org.superbill.billing.ledger.Cents;

/**
 * Money that the bank has to show: a remittance that is posted, or a refund that was sent.
 *
 * @param id of the remittance or the refund
 * @param traceNumber TRN02, or the number of the check
 * @param originator TRN03; empty for what we pay
 * @param amount below zero for money that leaves
 */
public record Announced(UUID id, String traceNumber, String originator, String name, Cents amount, LocalDate on) {}
