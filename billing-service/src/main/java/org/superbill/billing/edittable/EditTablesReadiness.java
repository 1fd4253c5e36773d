package org.superbill.billing.edittable;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down until CMS's tables, as far as they are loaded, are in memory. */
@Readiness
@ApplicationScoped
class EditTablesReadiness implements HealthCheck {
    private final EditTableKeeper keeper;

    EditTablesReadiness(EditTableKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("edit tables in memory")
                .status(keeper.isReady())
                .build();
    }
}
