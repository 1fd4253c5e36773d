package org.superbill.billing.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Fired in the transaction in which deadlines of one kind pass, so that the feature they belong to acts on it exactly once. */
public record DeadlinesPassed(DeadlineKind kind, List<Passed> deadlines) {
    public DeadlinesPassed {
        deadlines = List.copyOf(deadlines);
    }

    /** One of them. */
    public record Passed(UUID subjectId, LocalDate dueOn) {}

    public List<UUID> subjects() {
        return deadlines.stream().map(Passed::subjectId).toList();
    }
}
