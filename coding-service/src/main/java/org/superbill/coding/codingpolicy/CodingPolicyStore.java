package org.superbill.coding.codingpolicy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The policy of the current organization. */
@ApplicationScoped
class CodingPolicyStore implements PanacheRepositoryBase<StoredPolicy, UUID> {

    Optional<StoredPolicy> find() {
        return findAll().firstResultOptional();
    }
}
