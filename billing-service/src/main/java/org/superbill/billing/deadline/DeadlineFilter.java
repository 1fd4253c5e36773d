package org.superbill.billing.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deadlines: those that fulfil all that is named. */
record DeadlineFilter(
        @Nullable DeadlineKind kind,
        @Nullable DeadlineState state,
        @Nullable DeadlineOwner owner,
        @Nullable UUID subjectId,
        @Nullable LocalDate dueBy,
        @Nullable Boolean alarmed) {}
