package org.superbill.coding.codingcase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which finalized cases are wanted; what is null is not asked for.
 *
 * @param released false: those that are final and not released; true: those that are released
 * @param from first moment of finalizing
 * @param before the moment after the last one
 * @param code beginning of a diagnosis or procedure that the case has, in stored form
 * @param firstCases only the first so many cases of each coder
 */
public record CodedCaseFilter(
        boolean released,
        Instant from,
        Instant before,
        @Nullable String coder,
        @Nullable CaseKind kind,
        @Nullable String code,
        @Nullable UUID payerId,
        @Nullable Long minimumChargeCents,
        @Nullable Integer firstCases,
        @Nullable Boolean passedThrough) {}
