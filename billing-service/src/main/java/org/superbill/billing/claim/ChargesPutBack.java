package org.superbill.billing.claim;

import java.util.UUID;

/** A claim is charged again of which nothing was, since its coding has lines for it again: what {@link ChargesTakenOut} has ended stands again. */
public record ChargesPutBack(UUID claimId) {}
