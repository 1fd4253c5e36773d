package org.superbill.billing.editrule;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule as somebody writes it. */
record NewRule(
        String name,
        @Nullable UUID payerId,
        RuleDefinition definition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String owner) {}
