package org.superbill.servicekit.inbox;

import java.util.UUID;

/** Thrown by a handler: the event waits, with its successors, until a state event with the subject has been applied. */
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID subject;

    /**
     * @param waitsFor what is missing, with ids only, e.g. {@code patient 0190…}; shown in the listing of stuck events
     * @param subject of the state event that is missing
     */
    public NotYet(String waitsFor, UUID subject) {
        super(waitsFor);
        this.subject = subject;
    }

    public UUID subject() {
        return subject;
    }
}
