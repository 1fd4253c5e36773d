package org.superbill.servicekit.clock;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Produces the business clock, injected as {@link Clock}, and moves it where that is allowed. */
@Singleton
public class Clocks {

    private final BusinessClock clock = new BusinessClock();

    /** @throws IllegalStateException as {@link #moveTo} */
    Clocks(@ConfigProperty(name = "superbill.sandbox-clock.ahead", defaultValue = "0S") Duration ahead) {
        if (!ahead.isZero()) {
            runAhead(ahead);
        }
    }

    @Produces
    @Singleton
    Clock businessClock() {
        return clock;
    }

    /** @throws IllegalStateException in production, whose clock nobody moves */
    public void moveTo(Instant now) {
        requireNotProduction();
        clock.moveTo(now);
    }

    /** As {@link #moveTo}, told as the difference from the clock that nobody moves. */
    void runAhead(Duration ahead) {
        requireNotProduction();
        clock.runAhead(ahead);
    }

    private static void requireNotProduction() {
        if (ConfigUtils.isProfileActive("prod")) {
            throw new IllegalStateException("The business clock of a production system is not moved");
        }
    }
}
