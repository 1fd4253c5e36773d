package org.superbill.billing.ledger;

import java.util.UUID;

/** Fired when entries were posted: after the commit they are to be sealed. */
public record EntriesPosted(UUID organization) {}
