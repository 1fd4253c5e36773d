package org.superbill.servicekit.clock;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Produces the business clock, injected as {@link Clock}, and moves it where that is allowed. */
@Singleton
public class Clocks {

    private final BusinessClock clock = new BusinessClock();

    @Produces
    @Singleton
    Clock businessClock() {
        return clock;
    }

    /** @throws IllegalStateException in production, whose clock nobody moves */
    public void moveTo(Instant now) {
        if (ConfigUtils.isProfileActive("prod")) {
            throw new IllegalStateException("The business clock of a production system is not moved");
        }
        clock.moveTo(now);
    }
}
