package org.superbill.servicekit.tenancy;

import java.time.Duration;

/** Which organizations there are; a service that works for organizations has one. */
public interface Registrations {
    /** Whether the current organization is known to be registered. In the current transaction, if there is one. */
    boolean isRegistered();

    /** How long the news of a registration may be on its way to this service. */
    default Duration delay() {
        return Duration.ZERO;
    }
}
