package org.superbill.patient.register;

import java.util.UUID;
import org.superbill.events.Event;

/**
 * Something that is in a register.
 *
 * @param <D> what is said about it
 * @param <V> as the API shows it
 */
public interface Entry<D, V> {
    UUID id();

    long revision();

    void describe(D details);

    /** Its whole state, for the other services. */
    Event changed();

    V view();
}
