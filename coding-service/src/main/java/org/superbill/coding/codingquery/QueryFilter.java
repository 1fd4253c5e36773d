package org.superbill.coding.codingquery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which queries are wanted; what is null is not asked for. */
record QueryFilter(
        @Nullable QueryStatus status,
        @Nullable UUID caseId,
        @Nullable UUID practitionerId,
        @Nullable String askedBy,
        @Nullable String escalatedTo) {}
