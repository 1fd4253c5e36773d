package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where in which file a payment stands. */
@ApplicationScoped
public class RemittanceSources {
    private final EntityManager entities;

    RemittanceSources(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param set the position of the ST in the file, from 1
     * @param claim the position of the CLP in the ST, from 1; absent for what is no claim's
     */
    public record Place(
            UUID x12FileId,
            int set,
            @Nullable Integer claim,
            @Nullable String claimNumber) {}

    /** @param reversal of two about the same claim, the one that takes an earlier decision back */
    @Transactional
    public Optional<Place> of(UUID remittanceId, @Nullable UUID claimId, boolean reversal) {
        List<?> rows = entities.createNativeQuery("""
                        select payment.x12_file_id, payment.position as set_position, claim.position as claim_position, claim.claim_number
                          from remittance payment
                          left join remittance_claim claim on claim.organization_id = payment.organization_id and claim.remittance_id = payment.id
                               and claim.claim_id = cast(:claim as uuid)
                         where payment.id = :remittance
                         order by (claim.status_code = '22') = :reversal desc nulls last, claim.position limit 1""", Tuple.class)
                .setParameter("claim", claimId == null ? null : claimId.toString())
                .setParameter("remittance", remittanceId)
                .setParameter("reversal", reversal)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Place(
                        row.get("x12_file_id", UUID.class),
                        row.get("set_position", Integer.class),
                        row.get("claim_position", Integer.class),
                        row.get("claim_number", String.class)))
                .findFirst();
    }
}
