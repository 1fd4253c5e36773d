package org.superbill.billing.claim;

import java.util.UUID;

/** Claims of an organization are with their payers now: sent, or taken over from a former system. */
public record ClaimsArrived(UUID organization) {}
