package org.superbill.billing.contract;

import java.util.UUID;
import org.superbill.billing.ledger.Cents;

/**
 * What a contract allows, and how that was found.
 *
 * @param basis {@code rate}, {@code percent-of-medicare} or {@code percent-of-charge}
 */
public record AllowedAmount(Cents amount, UUID contractId, String basis) {}
