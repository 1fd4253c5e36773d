package org.superbill.coding.codingaudit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is done so that errors that stand do not happen again.
 *
 * @param doneBy the subject of who said that it is done; null before, and of what was done before it was kept
 */
@Embeddable
record PlannedAction(
        @Column(name = "corrective_action") String action,
        @Column(name = "corrective_due_on") LocalDate dueOn,
        @Column(name = "corrective_done_at") @Nullable Instant doneAt,
        @Column(name = "corrective_done_by") @Nullable String doneBy) {
    static PlannedAction of(String action, LocalDate dueOn) {
        return new PlannedAction(action, dueOn, null, null);
    }

    PlannedAction done(String by, Instant at) {
        return new PlannedAction(action, dueOn, at, by);
    }
}
