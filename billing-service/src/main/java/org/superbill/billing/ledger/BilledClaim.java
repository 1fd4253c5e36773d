package org.superbill.billing.ledger;

import java.time.LocalDate;
import java.util.UUID;

/** What ageing counts from. */
public record BilledClaim(UUID claimId, LocalDate serviceDate, LocalDate firstBilledOn) {}
