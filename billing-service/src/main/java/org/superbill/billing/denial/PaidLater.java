package org.superbill.billing.denial;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payer pays something of a claim, perhaps after it had refused it.
 *
 * @param line absent: that the claim is paid something, which answers a refusal of the whole claim
 * @param everyLine the payer does not say lines: what it pays answers all that it had refused
 */
public record PaidLater(
        UUID claimId, UUID payerId, @Nullable Integer line, boolean everyLine) {}
