package org.superbill.coding.reference;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    Map<UUID, KnownPatient> patients(Collection<UUID> ids) {
        return rows(
                        "select patient_id, birth_date, sex from known_patient where patient_id = any(cast((select :ids) as uuid[]))",
                        ids)
                .collect(toMap(
                        row -> (UUID) row[0],
                        row -> new KnownPatient((LocalDate) row[1], Sex.valueOf((String) row[2]))));
    }

    void putCoverage(UUID id, UUID payerId) {
        database.createNativeQuery("""
                        insert into known_coverage (coverage_id, payer_id) values (:id, :payer)
                        on conflict (organization_id, coverage_id) do update set payer_id = excluded.payer_id""")
                .setParameter("id", id)
                .setParameter("payer", payerId)
                .executeUpdate();
    }

    Map<UUID, KnownPayer> payersOf(Collection<UUID> coverageIds) {
        return rows("""
                        select coverage_id, payer_id, filing_limit_days, claim_filing_indicator from known_coverage
                          left join known_payer using (organization_id, payer_id) where coverage_id = any(cast((select :ids) as uuid[]))""", coverageIds)
                .collect(toMap(
                        row -> (UUID) row[0], row -> new KnownPayer((UUID) row[1], (Integer) row[2], (String) row[3])));
    }

    void putPayer(UUID id, String name, int filingLimitDays, String claimFilingIndicator) {
        database.createNativeQuery("""
                        insert into known_payer (payer_id, name, filing_limit_days, claim_filing_indicator) values (:id, :name, :days, :indicator)
                        on conflict (organization_id, payer_id) do update set name = excluded.name, filing_limit_days = excluded.filing_limit_days,
                               claim_filing_indicator = excluded.claim_filing_indicator""")
                .setParameter("id", id)
                .setParameter("name", name)
                .setParameter("days", filingLimitDays)
                .setParameter("indicator", claimFilingIndicator)
                .executeUpdate();
    }

    Optional<Integer> filingLimitDays(UUID payerId) {
        return rows(
                        "select payer_id, filing_limit_days from known_payer where payer_id = any(cast((select :ids) as uuid[]))",
                        List.of(payerId))
                .map(row -> (Integer) row[1])
                .findFirst();
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

    Map<UUID, String> specialtiesOf(Collection<UUID> practitionerIds) {
        return rows("""
                        select practitioner_id, specialty from known_practitioner
                         where practitioner_id = any(cast((select :ids) as uuid[])) and specialty is not null""", practitionerIds).collect(toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    Set<UUID> practitioners(Collection<UUID> ids) {
        return rows(
                        "select practitioner_id, specialty from known_practitioner where practitioner_id = any(cast((select :ids) as uuid[]))",
                        ids)
                .map(row -> (UUID) row[0])
                .collect(toSet());
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

    private Stream<Object[]> rows(String sql, Collection<UUID> ids) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH) // a native query would write every changed entity first
                .getResultList()
                .stream();
    }
}
