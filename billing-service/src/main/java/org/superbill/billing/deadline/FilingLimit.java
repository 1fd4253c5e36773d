package org.superbill.billing.deadline;

import java.util.UUID;

/** How many days a payer gives for a type of claim, from which day on. */
record FilingLimit(UUID payerId, ClaimType claimType, int days, CountedFrom countedFrom, long revision) {}
