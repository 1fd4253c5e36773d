package org.superbill.coding;

import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** What tests share that play the other services beside the API and move the clock: one producer a class, today after each test. */
public abstract class WithEvents {
    private static @Nullable TestEvents events;

    @Inject
    protected Clocks clocks;

    @Inject
    protected Clock clock;

    protected static TestEvents events() {
        if (events == null) {
            events = TestEvents.open();
        }
        return events;
    }

    @BeforeEach
    void awaitReady() {
        Api.awaitReady();
    }

    @AfterEach
    void backToToday() {
        clocks.moveTo(FixedDay.now());
    }

    @AfterAll
    static void close() {
        if (events != null) {
            events.close();
            events = null;
        }
    }
}
