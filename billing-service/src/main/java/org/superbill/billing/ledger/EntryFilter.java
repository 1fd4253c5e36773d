package org.superbill.billing.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries: those with a line about all that is named. */
record EntryFilter(
        @Nullable List<UUID> ids,
        @Nullable UUID claimId,
        @Nullable UUID patientId,
        @Nullable UUID remittanceId) {}
