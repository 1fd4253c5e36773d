package org.superbill.billing.codefact;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down on a new installation until coding-service has told its codes once; later they are read from the database. */
@Readiness
@ApplicationScoped
class CodeFactsReadiness implements HealthCheck {
    private final CodeFactKeeper keeper;

    CodeFactsReadiness(CodeFactKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("code facts in memory")
                .status(keeper.isReady())
                .build();
    }
}
