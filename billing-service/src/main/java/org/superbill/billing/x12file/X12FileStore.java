package org.superbill.billing.x12file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every query of received files. */
@ApplicationScoped
class X12FileStore implements PanacheRepositoryBase<ReceivedFile, UUID> {
    private static final UUID FIRST = new UUID(0, 0);

    /**
     * The same bytes that come twice at the same time are taken one after the other, each in its transaction.
     *
     * @return the instant at which the books say that what this transaction writes was posted
     */
    Instant lock(String sha256) {
        var micros = (Long) getEntityManager()
                .createNativeQuery("""
                        select cast(extract(epoch from now()) * 1000000 as bigint)
                          from pg_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/' || :sha256, 12))""", Object.class)
                .setParameter("sha256", sha256)
                .getSingleResult();
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    Optional<ReceivedFile> findBySha256(String sha256) {
        return find("sha256", sha256).firstResultOptional();
    }

    Map<String, Long> countByState() {
        var counts = new TreeMap<String, Long>();
        getEntityManager()
                .createQuery("select state, count(*) from ReceivedFile group by state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put(((ReceivedFile.State) row[0]).wire(), (Long) row[1]));
        return counts;
    }

    /** Whose claims a file is about: an 835 pays them or names them while it waits, a 277CA takes or rejects them, a 277 says where they are. */
    Set<UUID> patients(UUID fileId) {
        List<?> patients = getEntityManager()
                .createNativeQuery("""
                        select c.patient_id
                          from remittance r
                          join remittance_claim m on m.organization_id = r.organization_id and m.remittance_id = r.id
                          join claim c on c.organization_id = m.organization_id and c.id = m.claim_id
                         where r.x12_file_id = :file
                        union
                        select c.patient_id
                          from remittance r
                          join remittance_claim m on m.organization_id = r.organization_id and m.remittance_id = r.id
                          join claim_version v on v.organization_id = m.organization_id and v.claim_number = m.claim_number
                          join claim c on c.organization_id = v.organization_id and c.id = v.claim_id
                         where r.x12_file_id = :file and m.claim_id is null
                        union
                        select c.patient_id
                          from status_inquiry i
                          join claim c on c.organization_id = i.organization_id and c.id = i.claim_id
                         where i.answer_file_id = :file
                        union
                        select c.patient_id
                          from acknowledgment a
                          join claim_version v on v.organization_id = a.organization_id and v.claim_number = a.claim_number
                          join claim c on c.organization_id = v.organization_id and c.id = v.claim_id
                         where a.file_id = :file""", Object.class)
                .setParameter("file", fileId)
                .getResultList();
        return patients.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    List<ReceivedFile> list(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? FIRST : after)
                .page(0, limit)
                .list();
    }
}
