package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.archive.Archive;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimContents;

/** Where in which file a payment stands. */
@ApplicationScoped
public class RemittanceSources {
    private final EntityManager entities;
    private final Archive archive;
    private final ClaimContents claims;

    RemittanceSources(EntityManager entities, Archive archive, ClaimContents claims) {
        this.entities = entities;
        this.archive = archive;
        this.claims = claims;
    }

    /**
     * @param set the position of the ST in the file, from 1
     * @param claim the position of the CLP in the ST, from 1; absent for what is no claim's
     * @param services the positions of the SVC in the CLP, from 1, by the line of ours that they are about
     */
    public record Place(UUID x12FileId, int set, @Nullable Integer claim, Map<Integer, List<Integer>> services) {
        /** @param claimLine absent for the claim as a whole, which no SVC is about */
        public List<Integer> servicesOf(@Nullable Integer claimLine) {
            return claimLine == null ? List.of() : services.getOrDefault(claimLine, List.of());
        }
    }

    /** @param reversal of two about the same claim, the one that takes an earlier decision back */
    @Transactional
    public Optional<Place> of(UUID remittanceId, @Nullable UUID claimId, boolean reversal) {
        List<?> rows = entities.createNativeQuery("""
                        select payment.x12_file_id, payment.position as set_position, claim.position as claim_position, claim.claim_version
                          from remittance payment
                          left join remittance_claim claim on claim.organization_id = payment.organization_id and claim.remittance_id = payment.id
                               and claim.claim_id = cast(:claim as uuid)
                         where payment.id = :remittance
                         order by (claim.status_code = '22') = :reversal desc nulls last, claim.position limit 1""", Tuple.class)
                .setParameter("claim", claimId == null ? null : claimId.toString())
                .setParameter("remittance", remittanceId)
                .setParameter("reversal", reversal)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst().map(row -> {
            var file = row.get("x12_file_id", UUID.class);
            var set = row.get("set_position", Integer.class);
            var claim = row.get("claim_position", Integer.class);
            return new Place(
                    file,
                    set,
                    claim,
                    claimId == null || claim == null
                            ? Map.of()
                            : services(
                                    file,
                                    set,
                                    claim,
                                    claims.content(claimId, row.get("claim_version", Integer.class))));
        });
    }

    /** As they were found when it was posted. */
    private Map<Integer, List<Integer>> services(UUID fileId, int set, int claim, ClaimContent content) {
        var services = new HashMap<Integer, List<Integer>>();
        var remitted = archive.find(fileId).map(file -> new RemittanceFile(file).at(set));
        for (var kept : remitted.map(whole -> KeptRemittances.claims(whole, Set.of(claim)))
                .orElse(List.of())) {
            var position = 0;
            for (var line : kept.claim().lines()) {
                var service = ++position;
                LineOfClaim.of(line, content)
                        .ifPresent(ours -> services.computeIfAbsent(ours.lineNumber(), number -> new ArrayList<>())
                                .add(service));
            }
        }
        return services;
    }
}
