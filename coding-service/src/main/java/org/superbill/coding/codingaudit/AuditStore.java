package org.superbill.coding.codingaudit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on audits and their items; each sees the current organization only. */
@ApplicationScoped
class AuditStore implements PanacheRepositoryBase<CodingAudit, UUID> {
    private static final String PATIENTS =
            "select c.patient_id from coding_audit_item i join coding_case c on c.id = i.case_id where i.id = any(:ids)";

    /** @throws Problem {@code CODING_AUDIT_NOT_FOUND} */
    CodingAudit get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Problem(AuditProblem.CODING_AUDIT_NOT_FOUND, "No coding audit has this id"));
    }

    /** In the order of the ids, one row more than the page holds. */
    List<CodingAudit> list(PageRequest page) {
        return find("id > ?1 order by id", page.after()).page(0, page.fetch()).list();
    }

    void add(AuditItem item) {
        getEntityManager().persist(item);
    }

    void add(AuditCancellation cancellation) {
        getEntityManager().persist(cancellation);
    }

    Optional<AuditCancellation> findCancellation(UUID auditId) {
        return getEntityManager()
                .createQuery("from AuditCancellation where auditId = :audit", AuditCancellation.class)
                .setParameter("audit", auditId)
                .getResultStream()
                .findFirst();
    }

    void add(AuditEffect effect) {
        getEntityManager().persist(effect);
    }

    Optional<AuditEffect> findEffect(UUID itemId) {
        return getEntityManager()
                .createQuery("from AuditEffect where itemId = :item", AuditEffect.class)
                .setParameter("item", itemId)
                .getResultStream()
                .findFirst();
    }

    List<AuditEffect> effects(UUID auditId, Collection<UUID> items) {
        return getEntityManager()
                .createQuery("from AuditEffect where auditId = :audit and itemId in :items", AuditEffect.class)
                .setParameter("audit", auditId)
                .setParameter("items", items)
                .getResultList();
    }

    /** @throws Problem {@code CODING_AUDIT_ITEM_NOT_FOUND} */
    AuditItem item(UUID auditId, UUID itemId) {
        return getEntityManager()
                .createQuery("from AuditItem where auditId = :audit and id = :item", AuditItem.class)
                .setParameter("audit", auditId)
                .setParameter("item", itemId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Problem(
                        AuditProblem.CODING_AUDIT_ITEM_NOT_FOUND, "The coding audit has no item with this id"));
    }

    Optional<AuditItem> findItem(UUID itemId) {
        return getEntityManager()
                .createQuery("from AuditItem where id = :item", AuditItem.class)
                .setParameter("item", itemId)
                .getResultStream()
                .findFirst();
    }

    /** Of a case those with errors on which nobody has answered or decided. */
    List<AuditItem> undecided(UUID caseId) {
        return getEntityManager()
                .createQuery("from AuditItem where caseId = :case and status in :undecided", AuditItem.class)
                .setParameter("case", caseId)
                .setParameter("undecided", ItemStatus.UNDECIDED)
                .getResultList();
    }

    List<AuditItem> items(UUID auditId) {
        return getEntityManager()
                .createQuery("from AuditItem where auditId = :audit order by id", AuditItem.class)
                .setParameter("audit", auditId)
                .getResultList();
    }

    /** In the order of the ids, one row more than the page holds. */
    List<AuditItem> items(UUID auditId, PageRequest page) {
        return getEntityManager()
                .createQuery("from AuditItem where auditId = :audit and id > :after order by id", AuditItem.class)
                .setParameter("audit", auditId)
                .setParameter("after", page.after())
                .setMaxResults(page.fetch())
                .getResultList();
    }

    /**
     * An open item of a blind audit.
     *
     * @param isKept whether its case is kept from the auditor: they have taken it, or nobody has and they have not left it to others
     */
    record Blind(UUID itemId, UUID caseId, boolean isKept) {}

    /** Of these cases, where the coder is another. */
    List<Blind> blind(Collection<UUID> caseIds, String auditor) {
        return getSession()
                .createNativeQuery("""
                        select item.id, item.case_id, coalesce(item.taken_by = :auditor, seen.item_id is null)
                          from coding_audit_item item join coding_audit audit on audit.id = item.audit_id
                          left join coding_audit_sighting seen on seen.item_id = item.id and seen.subject = :auditor
                         where item.case_id = any(cast((select :cases) as uuid[])) and item.status = 'OPEN' and item.coder <> :auditor
                           and audit.plan ->> 'method' = 'blind'""", Object[].class)
                .setParameter("cases", caseIds.toArray(UUID[]::new))
                .setParameter("auditor", auditor)
                .setTupleTransformer((row, names) -> new Blind((UUID) row[0], (UUID) row[1], (Boolean) row[2]))
                .getResultList();
    }

    /** Whoever may judge the items has seen their cases. */
    void seen(List<UUID> items, String auditor) {
        getSession()
                .createNativeMutationQuery("""
                        insert into coding_audit_sighting (item_id, subject)
                        select item, :auditor from unnest(cast((select :items) as uuid[])) item on conflict do nothing""")
                .setParameter("items", items.toArray(UUID[]::new))
                .setParameter("auditor", auditor)
                .executeUpdate();
    }

    boolean hasSeen(UUID itemId, String auditor) {
        return !getSession()
                .createNativeQuery(
                        "select 1 from coding_audit_sighting where item_id = :item and subject = :auditor",
                        Object.class)
                .setParameter("item", itemId)
                .setParameter("auditor", auditor)
                .getResultList()
                .isEmpty();
    }

    Set<UUID> patients(Collection<UUID> items) {
        return getSession()
                .createNativeQuery(PATIENTS.replace(":ids", "cast((select :items) as uuid[])"), UUID.class)
                .setParameter("items", items.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    @Produces
    @Singleton
    static PatientRows patientsOfItems() {
        return new PatientRows(PATIENTS);
    }
}
