package org.superbill.coding.codefact;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down until what is known of codes is in memory. */
@Readiness
@ApplicationScoped
class FactsReadiness implements HealthCheck {
    private final FactKeeper keeper;

    FactsReadiness(FactKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("facts about codes in memory")
                .status(keeper.known().isPresent())
                .build();
    }
}
