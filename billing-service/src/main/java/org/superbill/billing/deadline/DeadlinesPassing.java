package org.superbill.billing.deadline;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Fired before deadlines of one kind pass, in the same transaction. Who acts on {@link DeadlinesPassed} holds now what it will change, without waiting: everybody else holds it first and closes
 * its deadlines then, so that the other order would wait in a circle. What somebody else holds is left to the next round.
 */
public final class DeadlinesPassing {
    private final DeadlineKind kind;
    private final Set<UUID> subjects;

    DeadlinesPassing(DeadlineKind kind, Collection<UUID> subjects) {
        this.kind = kind;
        this.subjects = new LinkedHashSet<>(subjects);
    }

    public DeadlineKind kind() {
        return kind;
    }

    /** Of which they are. */
    public List<UUID> subjects() {
        return List.copyOf(subjects);
    }

    /** They do not pass yet. */
    public void leave(Collection<UUID> heldByOthers) {
        heldByOthers.forEach(subjects::remove);
    }
}
