package org.superbill.billing.remittance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Every query of the names under which payers remit. */
@ApplicationScoped
class RemittanceNameStore implements PanacheRepositoryBase<RemittanceName, UUID> {
    /** In force. @param plainName as {@link PayerOfClaim#plain} has it */
    List<RemittanceName> named(String plainName) {
        return list("plainName = ?1 and withdrawnAt is null", plainName);
    }

    List<RemittanceName> list(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }

    /** @throws Problem {@code REMITTANCE_NAME_NOT_FOUND}, {@code STALE} */
    RemittanceName getLocked(UUID id, @Nullable Revision expected) {
        var name = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(RemittanceProblem.REMITTANCE_NAME_NOT_FOUND, "No name with this id"));
        Revision.requireMatch(expected, name.revision());
        return name;
    }
}
