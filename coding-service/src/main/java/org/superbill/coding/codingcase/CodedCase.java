package org.superbill.coding.codingcase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finalized case, as far as one has to know it to choose which are audited.
 *
 * @param ordinal of the coder's finalized cases, from 1, oldest first
 */
public record CodedCase(
        UUID id,
        int version,
        CaseKind kind,
        String codedBy,
        Instant codedAt,
        long chargeCents,
        @Nullable UUID payerId,
        long ordinal) {}
