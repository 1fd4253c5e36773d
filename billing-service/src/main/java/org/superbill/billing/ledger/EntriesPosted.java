package org.superbill.billing.ledger;

import java.util.UUID;

/** Fired when entries were posted: after the commit they are to be sealed. */
record EntriesPosted(UUID organization) {}
