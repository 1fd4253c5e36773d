package org.superbill.billing.claim;

import java.util.UUID;

/** Fired in the process when a claim was queued; observed after the commit, it wakes the submission job. */
public record ClaimQueued(UUID organization) {}
