package org.superbill.servicekit.inbox;

import org.jspecify.annotations.Nullable;

/** A record whose CloudEvents headers do not say what must be known to apply it. */
final class UnreadableEnvelope extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String organization;

    /** @param organization when at least that could be read */
    UnreadableEnvelope(String why, @Nullable String organization) {
        super(why);
        this.organization = organization;
    }

    @Nullable
    String organization() {
        return organization;
    }
}
