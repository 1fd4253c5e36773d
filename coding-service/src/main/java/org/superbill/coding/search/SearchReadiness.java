package org.superbill.coding.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down until the code sets are loaded and indexed. */
@Readiness
@ApplicationScoped
class SearchReadiness implements HealthCheck {
    private final IndexKeeper keeper;

    SearchReadiness(IndexKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("code sets loaded and indexed")
                .status(keeper.search().isPresent())
                .build();
    }
}
