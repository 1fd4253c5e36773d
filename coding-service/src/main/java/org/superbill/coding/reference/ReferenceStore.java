package org.superbill.coding.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;
import org.superbill.events.Sex;

/** The SQL of the copy; rows get the current organization by default and row-level security shows no others. */
@ApplicationScoped
class ReferenceStore {
    private final EntityManager database;

    ReferenceStore(EntityManager database) {
        this.database = database;
    }

    void putPatient(UUID id, LocalDate birthDate, Sex sex) {
        database.createNativeQuery("""
                        insert into known_patient (patient_id, birth_date, sex) values (:id, :birthDate, :sex)
                        on conflict (organization_id, patient_id) do update set birth_date = excluded.birth_date, sex = excluded.sex""")
                .setParameter("id", id)
                .setParameter("birthDate", birthDate)
                .setParameter("sex", sex.name())
                .executeUpdate();
    }

    Optional<KnownPatient> patient(UUID id) {
        return rows("select birth_date, sex from known_patient where patient_id = :id", id)
                .map(row -> (Object[]) row)
                .map(row -> new KnownPatient((LocalDate) row[0], Sex.valueOf((String) row[1])));
    }

    void putCoverage(UUID id, UUID payerId) {
        database.createNativeQuery("""
                        insert into known_coverage (coverage_id, payer_id) values (:id, :payer)
                        on conflict (organization_id, coverage_id) do update set payer_id = excluded.payer_id""")
                .setParameter("id", id)
                .setParameter("payer", payerId)
                .executeUpdate();
    }

    Optional<UUID> payerOf(UUID coverageId) {
        return rows("select payer_id from known_coverage where coverage_id = :id", coverageId)
                .map(UUID.class::cast);
    }

    void putPayer(UUID id, String name, int filingLimitDays) {
        database.createNativeQuery("""
                        insert into known_payer (payer_id, name, filing_limit_days) values (:id, :name, :days)
                        on conflict (organization_id, payer_id) do update set name = excluded.name, filing_limit_days = excluded.filing_limit_days""")
                .setParameter("id", id)
                .setParameter("name", name)
                .setParameter("days", filingLimitDays)
                .executeUpdate();
    }

    Optional<Integer> filingLimitDays(UUID payerId) {
        return rows("select filing_limit_days from known_payer where payer_id = :id", payerId)
                .map(Integer.class::cast);
    }

    void putSpecialty(UUID practitionerId, @Nullable String taxonomyCode) {
        database.unwrap(Session.class)
                .createNativeMutationQuery("""
                        insert into known_practitioner (practitioner_id, specialty) values (:id, cast(:specialty as text))
                        on conflict (organization_id, practitioner_id) do update set specialty = excluded.specialty""")
                .setParameter("id", practitionerId)
                .setParameter("specialty", taxonomyCode, String.class)
                .executeUpdate();
    }

    Optional<String> specialtyOf(UUID practitionerId) {
        return rows(
                        "select specialty from known_practitioner where practitioner_id = :id and specialty is not null",
                        practitionerId)
                .map(String.class::cast);
    }

    void putZone(String zone) {
        database.createNativeQuery("""
                        insert into known_practice (time_zone) values (:zone)
                        on conflict (organization_id) do update set time_zone = excluded.time_zone""").setParameter("zone", zone).executeUpdate();
    }

    Optional<String> zone() {
        return database
                .unwrap(Session.class)
                .createNativeQuery("select time_zone from known_practice", Object.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .getResultList()
                .stream()
                .findFirst()
                .map(String.class::cast);
    }

    private Optional<Object> rows(String sql, UUID id) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(sql, Object.class)
                .setParameter("id", id)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH) // a native query would write every changed entity first
                .getResultList()
                .stream()
                .findFirst();
    }
}
