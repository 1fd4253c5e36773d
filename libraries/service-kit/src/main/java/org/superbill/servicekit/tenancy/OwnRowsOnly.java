package org.superbill.servicekit.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;

/**
 * Looks at each entity that is loaded: one of another organization ends the transaction. PostgreSQL has held such rows back
 * already; this is for the day on which it does not.
 */
@PersistenceUnitExtension
@ApplicationScoped
class OwnRowsOnly implements Interceptor {
    private static final String PROPERTY = "organizationId";

    @Override
    public boolean onLoad(Object entity, Object id, Object[] state, String[] propertyNames, Type[] types) {
        for (var i = 0; i < propertyNames.length; i++) {
            if (propertyNames[i].equals(PROPERTY)) {
                require(state[i], entity);
                break;
            }
        }
        return false; // nothing was changed
    }

    private static void require(Object organization, Object entity) {
        if (!CurrentOrganization.textAnywhere().equals(organization)) {
            throw new IllegalStateException(
                    "A " + entity.getClass().getSimpleName() + " of another organization was read");
        }
    }
}
