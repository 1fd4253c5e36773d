package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

/**
 * Columns of the cases that the entity does not have: news of others changes them for many cases at once, and neither reads nor
 * disturbs what a coder is doing.
 */
@ApplicationScoped
class CaseQueueStore {
    private final EntityManager database;

    CaseQueueStore(EntityManager database) {
        this.database = database;
    }

    /** Of a case that is there already. */
    void place(UUID caseId, CasePlace place) {
        database.unwrap(Session.class)
                .createNativeMutationQuery("""
                        update coding_case set payer_id = cast(:payer as uuid), filing_deadline = cast(:deadline as date),
                               specialty = cast(:specialty as text)
                         where id = :id""")
                .setParameter("payer", place.payerId(), UUID.class)
                .setParameter("deadline", place.filingDeadline(), LocalDate.class)
                .setParameter("specialty", place.specialty(), String.class)
                .setParameter("id", caseId)
                .executeUpdate();
    }

    /**
     * The last day before the case's on which its practitioner, or another of the specialty, saw its patient face to face; what was entered in error is no visit. An
     * encounter without a code, which may have been anything, counts as one.
     */
    Optional<LocalDate> lastSeenBefore(UUID caseId) {
        return database
                .unwrap(Session.class)
                .createNativeQuery("""
                        select earlier.service_date, line ->> 'procedureCode' as code
                          from coding_case this
                          join coding_case earlier
                            on earlier.organization_id = this.organization_id and earlier.patient_id = this.patient_id
                           and earlier.service_date < this.service_date
                          left join lateral jsonb_array_elements(
                                case when jsonb_array_length(earlier.lines) > 0 then earlier.lines else earlier.services end) line on true
                         where this.id = :id and earlier.kind = 'PROFESSIONAL' and earlier.status <> 'VOID'
                           and earlier.encounter_id <> this.encounter_id
                           and (earlier.practitioner_id = this.practitioner_id or earlier.specialty = this.specialty)
                         order by earlier.service_date desc""", Object[].class)
                .setParameter("id", caseId)
                .getResultList()
                .stream()
                .filter(row -> row[1] == null || FaceToFace.is((String) row[1]))
                .map(row -> (LocalDate) row[0])
                .findFirst();
    }

    void payerOfCoverage(UUID coverageId, UUID payerId) {
        database.createNativeQuery("update coding_case set payer_id = :payer where primary_coverage_id = :coverage")
                .setParameter("payer", payerId)
                .setParameter("coverage", coverageId)
                .executeUpdate();
    }

    void filingLimit(UUID payerId, int days) {
        database.createNativeQuery(
                        "update coding_case set filing_deadline = service_date + cast(:days as integer) where payer_id = :payer")
                .setParameter("days", days)
                .setParameter("payer", payerId)
                .executeUpdate();
    }

    /** @return whether any case did not have it already */
    boolean specialty(UUID practitionerId, String specialty) {
        return database.createNativeQuery("""
                        update coding_case set specialty = :specialty
                         where practitioner_id = :practitioner and specialty is distinct from :specialty""")
                        .setParameter("specialty", specialty)
                        .setParameter("practitioner", practitionerId)
                        .executeUpdate()
                > 0;
    }

    /** Of the cases of a practitioner those that are to be coded and that nobody has. */
    List<UUID> freeOf(UUID practitionerId) {
        return database
                .unwrap(Session.class)
                .createNativeQuery("""
                        select id from coding_case
                         where practitioner_id = :practitioner and status in ('READY', 'IN_PROGRESS', 'QUERY_OPEN') and assigned_to is null""", Object.class)
                .setParameter("practitioner", practitionerId)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    /** Of each case the first claim counts. */
    void billed(List<CaseBilled> claims) {
        database.createNativeQuery("""
                        update coding_case set billed_at = earliest.sent_at
                          from (select encounter_id, kind, min(sent_at) as sent_at
                                  from unnest((select cast(:encounters as uuid[])), (select cast(:kinds as text[])),
                                              (select cast(cast(:times as text[]) as timestamptz[]))) as told (encounter_id, kind, sent_at)
                                 group by encounter_id, kind) as earliest
                         where coding_case.encounter_id = earliest.encounter_id and coding_case.kind = earliest.kind
                           and billed_at is null""")
                .setParameter(
                        "encounters",
                        claims.stream().map(CaseBilled::encounterId).toArray(UUID[]::new))
                .setParameter(
                        "kinds",
                        claims.stream().map(claim -> claim.kind().name()).toArray(String[]::new))
                .setParameter(
                        "times",
                        claims.stream().map(claim -> claim.at().toString()).toArray(String[]::new))
                .executeUpdate();
    }

    /**
     * Somebody works on a case now: the stretch of work goes on if the last sign was after {@code since}, else another begins.
     */
    void worked(UUID caseId, String coder, Instant at, Instant since) {
        database.unwrap(Session.class)
                .createNativeMutationQuery("""
                        with goes_on as (
                            update coding_work_span set last_at = :at
                             where id = (select id from coding_work_span
                                          where case_id = :case and coder = :coder and last_at >= :since order by last_at desc limit 1)
                            returning id)
                        insert into coding_work_span (case_id, coder, started_at, last_at)
                        select cast(:case as uuid), cast(:coder as text), cast(:at as timestamptz), cast(:at as timestamptz)
                         where not exists (select from goes_on)""")
                .setParameter("at", at)
                .setParameter("case", caseId)
                .setParameter("coder", coder)
                .setParameter("since", since)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .executeUpdate();
    }

    void queryAsked(UUID caseId) {
        database.createNativeQuery("update coding_case set queries = queries + 1 where id = :id")
                .setParameter("id", caseId)
                .executeUpdate();
    }

    /** Of each audit what it came to last; of the case who judged it last. */
    void scored(AuditedCoding audited) {
        database.createNativeQuery("""
                        insert into coding_case_audit (item_id, case_id, coder, coded_at, items, correct, undecided)
                        values (:item, :id, :coder, :codedAt, :items, :correct, :undecided)
                        on conflict (item_id) do update
                           set items = excluded.items, correct = excluded.correct, undecided = excluded.undecided""")
                .setParameter("item", audited.itemId())
                .setParameter("id", audited.coded().caseId())
                .setParameter("coder", audited.coded().codedBy())
                .setParameter("codedAt", audited.coded().codedAt())
                .setParameter("items", audited.items())
                .setParameter("correct", audited.right())
                .setParameter("undecided", audited.isUndecided())
                .executeUpdate();
        database.createNativeQuery("update coding_case set audited_by = :auditor where id = :id")
                .setParameter("auditor", audited.auditor())
                .setParameter("id", audited.coded().caseId())
                .executeUpdate();
    }

    /** Whether somebody judged the case last. */
    boolean isAuditedBy(UUID caseId, String auditor) {
        return !database.createNativeQuery("select 1 from coding_case where id = :id and audited_by = :auditor")
                .setParameter("id", caseId)
                .setParameter("auditor", auditor)
                .getResultList()
                .isEmpty();
    }

    void holdBegan(UUID caseId, String reason, String by, Instant at) {
        database.createNativeQuery(
                        "insert into coding_case_hold (case_id, reason, held_by, held_at) values (:case, :reason, :by, :at)")
                .setParameter("case", caseId)
                .setParameter("reason", reason)
                .setParameter("by", by)
                .setParameter("at", at)
                .executeUpdate();
    }

    void holdEnded(UUID caseId, String by, Instant at) {
        database.createNativeQuery(
                        "update coding_case_hold set ended_by = :by, ended_at = :at where case_id = :case and ended_at is null")
                .setParameter("by", by)
                .setParameter("at", at)
                .setParameter("case", caseId)
                .executeUpdate();
    }

    /**
     * How many cases somebody has finalized, open again or not.
     *
     * @param most beyond which nobody wants to know how many: whoever codes for years has a hundred thousand
     */
    long finalizedBy(String coder, int most) {
        return most == 0
                ? 0
                : ((Number) database.createNativeQuery(
                                        "select count(*) from (select from coding_case where coded_by = :coder limit :most) finalized")
                                .setParameter("coder", coder)
                                .setParameter("most", most)
                                .getSingleResult())
                        .longValue();
    }
}
