package org.superbill.billing.claim;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which claims: those that fulfil all that is named. Transport is that of the current version. */
record ClaimFilter(
        @Nullable UUID encounterId,
        @Nullable UUID patientId,
        @Nullable Transport transport,
        @Nullable Adjudication adjudication) {}
