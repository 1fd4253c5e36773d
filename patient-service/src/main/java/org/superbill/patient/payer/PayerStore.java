package org.superbill.patient.payer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The queries on payers alone; the others are those of every register. */
@ApplicationScoped
class PayerStore implements PanacheRepositoryBase<Payer, UUID> {
    /** Whether another one has what only one may have. */
    boolean hasAnother(UUID id, PayerDetails details) {
        return count("payerIdentifier = ?1 and name = ?2 and id <> ?3", details.payerId(), details.name(), id) > 0;
    }
}
