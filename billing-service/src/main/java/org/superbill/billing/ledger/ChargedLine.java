package org.superbill.billing.ledger;

import java.util.UUID;

/** What a line of a claim stands at in the books, and who was asked for it. */
public record ChargedLine(UUID payerId, int claimLine, Cents charge) {}
