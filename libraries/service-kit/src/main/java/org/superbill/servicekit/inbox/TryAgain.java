package org.superbill.servicekit.inbox;

import org.jspecify.annotations.Nullable;

/** Nothing was done and nothing is wrong with the event: the same attempt may succeed later. */
final class TryAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TryAgain(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
