package org.superbill.billing.coveragelist;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list that somebody brings. */
record NewList(
        String number,
        String title,
        String source,
        @Nullable UUID payerId,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String csv) {}
