package org.superbill.billing.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.servicekit.testing.StatementCount;

/** Lets tests count the statements of this service. */
@PersistenceUnitExtension
@ApplicationScoped
class CountedStatements extends StatementCount {
    private static final long serialVersionUID = 1L;
}
