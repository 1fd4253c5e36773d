package org.superbill.servicekit.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;

/** Hibernate's {@code @TenantId} is the current organization; without one it is empty, which no row has. */
@PersistenceUnitExtension
@RequestScoped
class HibernateTenant implements TenantResolver {
    private final CurrentOrganization current;

    HibernateTenant(CurrentOrganization current) {
        this.current = current;
    }

    @Override
    public String getDefaultTenantId() {
        return "";
    }

    @Override
    public String resolveTenantId() {
        return current.text();
    }
}
