package org.superbill.billing.claim;

import java.util.UUID;

/** Claims that a former system has sent are here now. */
public record ClaimsTakenOver(UUID organization) {}
