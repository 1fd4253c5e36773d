package org.superbill.billing.claim;

import static org.superbill.billing.sql.Sql.texts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimVersion.Move;
import org.superbill.billing.sql.Sql;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Every query of claims. Whoever changes a claim holds its row from the reading on, so that two never change it at once. */
@ApplicationScoped
class ClaimStore implements PanacheRepositoryBase<Claim, UUID> {
    /** Those that bill an encounter, as their first or besides it. */
    private static final String OF_ENCOUNTER =
            "id in (select id from claim where encounter_id = :encounter union all select claim_id from gathered_encounter where encounter_id = :encounter)";

    private static final String CURRENT_IN_TRANSPORT =
            "exists (select from claim_version v where v.claim_id = claim.id and v.version = current_version and v.transport = :transport)";

    private static final String MOVED = """
            update claim_version set transport = given.transport, transport_since = given.since
              from unnest(?::uuid[], ?::text[], ?::text[]::timestamptz[]) as given (id, transport, since) where claim_version.id = given.id""";
    private static final String SENT = """
            update claim_version set transport = given.transport, transport_since = given.since, sent_at = given.sent_at
              from unnest(?::uuid[], ?::text[], ?::text[]::timestamptz[], ?::text[]::timestamptz[]) as given (id, transport, since, sent_at)
             where claim_version.id = given.id""";

    private final Sql sql;

    ClaimStore(Sql sql) {
        this.sql = sql;
    }

    Claim get(UUID id) {
        return load(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(ClaimProblem.CLAIM_NOT_FOUND, "No claim with this id"));
    }

    /** To change it. @throws Problem when it is not there, or not at the revision that the caller has read */
    Claim getLocked(UUID id, @Nullable Revision expected) {
        lock(List.of(id));
        var claim = get(id);
        Revision.requireMatch(expected, claim.revision());
        return claim;
    }

    /** A version that never left. */
    void remove(ClaimVersion version) {
        getEntityManager().remove(version);
    }

    /** Held from here on. @throws Problem when it is not there */
    Revision revisionLocked(UUID id) {
        lock(List.of(id));
        return new Revision(get(id).revision());
    }

    /** To change them; in one order, so that nobody waits in a circle. */
    List<Claim> allLocked(Collection<UUID> ids) {
        lock(ids);
        return load(ids);
    }

    /**
     * Those that a coding has made, by their part of its lines.
     *
     * @param institutional the facility's, else the professional's
     */
    List<Claim> ofCodingLocked(UUID encounterId, boolean institutional) {
        return load(uuids(getEntityManager()
                .createNativeQuery(
                        "select id from claim where " + OF_ENCOUNTER
                                + " and institutional = :institutional and payer_sequence = 1"
                                + " order by id for no key update",
                        Object.class)
                .setParameter("encounter", encounterId)
                .setParameter("institutional", institutional)
                .getResultList()));
    }

    /** Of a patient, a payer and a period. */
    record GatheringKey(UUID patientId, UUID payerId, String period) {
        @Override
        public String toString() {
            return "%s/%s/%s".formatted(patientId, payerId, period);
        }
    }

    /** Until this transaction ends nobody else begins claims that gather so; in one order, so that nobody waits in a circle. */
    void holdGathering(Collection<GatheringKey> keys) {
        if (!keys.isEmpty()) {
            getEntityManager()
                    .createNativeQuery("""
                            select cast(pg_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/' || key, 13)) as text)
                              from (select distinct key from unnest(:keys) key order by key) keys""")
                    .setParameter(
                            "keys", keys.stream().map(GatheringKey::toString).toArray(String[]::new))
                    .getResultList();
        }
    }

    /** Those that gather by the same rule and period for a patient and a payer; until this transaction ends nobody else begins one. */
    List<Claim> gatheringLocked(GatheringKey key) {
        holdGathering(List.of(key));
        return load(uuids(getEntityManager()
                .createNativeQuery(
                        "select id from claim where patient_id = :patient and payer_id = :payer and gathering = :key and not voided"
                                + " order by id for no key update",
                        Object.class)
                .setParameter("patient", key.patientId())
                .setParameter("payer", key.payerId())
                .setParameter("key", key.period())
                .getResultList()));
    }

    /** All that an encounter is billed by; in one order, so that nobody waits in a circle. */
    List<Claim> ofEncounterLocked(UUID encounterId) {
        return load(uuids(getEntityManager()
                .createNativeQuery(
                        "select id from claim where " + OF_ENCOUNTER + " order by id for no key update", Object.class)
                .setParameter("encounter", encounterId)
                .getResultList()));
    }

    /** Those of the encounters that are billed already, by a claim of their own or by one that gathers. */
    Set<UUID> billed(Collection<UUID> encounterIds) {
        return Set.copyOf(uuids(getEntityManager()
                .createNativeQuery("""
                        select encounter_id from claim where encounter_id = any(cast((select :encounters) as uuid[]))
                        union
                        select encounter_id from gathered_encounter where encounter_id = any(cast((select :encounters) as uuid[]))""", Object.class)
                .setParameter("encounters", encounterIds.toArray(UUID[]::new))
                .getResultList()));
    }

    /** To change them; those that are not ours are left out. */
    Map<String, Claim> lockedByNumber(Collection<String> claimNumbers) {
        var ids = idsOfNumbers(claimNumbers);
        var claims = new HashMap<UUID, Claim>();
        allLocked(new HashSet<>(ids.values())).forEach(claim -> claims.put(claim.id(), claim));
        var byNumber = new HashMap<String, Claim>();
        ids.forEach((number, id) -> {
            var claim = claims.get(id);
            if (claim != null) {
                byNumber.put(number, claim);
            }
        });
        return byNumber;
    }

    Map<String, UUID> idsOfNumbers(Collection<String> claimNumbers) {
        var found = new HashMap<String, UUID>();
        for (var row : getEntityManager()
                .createNativeQuery(
                        "select claim_number, claim_id from claim_version where claim_number = any(cast((select :numbers) as text[]))",
                        Object[].class)
                .setParameter("numbers", claimNumbers.toArray(String[]::new))
                .getResultList()) {
            var columns = (Object[]) row;
            found.put((String) columns[0], (UUID) columns[1]);
        }
        return found;
    }

    List<UUID> idsOfSubmission(UUID submissionId) {
        return getEntityManager()
                .createQuery(
                        "select distinct v.claim.id from ClaimVersion v where v.submissionId = :submission", UUID.class)
                .setParameter("submission", submissionId)
                .getResultList();
    }

    List<String> numbersOfSubmission(UUID submissionId) {
        return getEntityManager()
                .createQuery(
                        "select v.claimNumber from ClaimVersion v where v.submissionId = :submission order by v.id",
                        String.class)
                .setParameter("submission", submissionId)
                .getResultList();
    }

    List<UUID> submissionsOf(Collection<String> claimNumbers) {
        return uuids(getEntityManager()
                .createNativeQuery("""
                        select distinct submission_id from claim_version
                         where claim_number = any(:numbers) and submission_id is not null""", Object.class)
                .setParameter("numbers", claimNumbers.toArray(String[]::new))
                .getResultList());
    }

    /** Versions that wait for a file; another replica's, and those that somebody is changing, are passed over. */
    List<ClaimVersion> queuedLocked(int limit, Collection<UUID> exceptPayers) {
        var ids = uuids(getEntityManager()
                .createNativeQuery("""
                        select v.id from claim_version v join claim c on c.organization_id = v.organization_id and c.id = v.claim_id
                         where v.transport = 'QUEUED' and v.submission_id is null and (not c.voided or v.frequency = '8')
                           and c.payer_id <> all(:except)
                         order by v.id limit :limit for no key update of v, c skip locked""", Object.class)
                .setParameter("limit", limit)
                .setParameter("except", exceptPayers.toArray(UUID[]::new))
                .getResultList());
        if (ids.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createQuery(
                        "from ClaimVersion v join fetch v.claim where v.id in :ids order by v.id", ClaimVersion.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Those whose current version waits for a file to a payer. */
    List<Claim> waitingLocked(UUID payerId) {
        return load(uuids(getEntityManager()
                .createNativeQuery("""
                        select c.id from claim c join claim_version v on v.organization_id = c.organization_id and v.claim_id = c.id
                               and v.version = c.current_version
                         where v.transport = 'QUEUED' and v.submission_id is null and c.payer_id = :payer
                         order by c.id for no key update of c""", Object.class)
                .setParameter("payer", payerId)
                .getResultList()));
    }

    List<Claim> list(ClaimFilter filter, @Nullable UUID after, int limit) {
        return load(ids(filter, after, limit));
    }

    /** In their order. */
    List<UUID> ids(ClaimFilter filter, @Nullable UUID after, int limit) {
        var where = new StringBuilder("where true");
        var values = new HashMap<String, Object>();
        and(where, values, "id > :after", "after", after);
        and(where, values, OF_ENCOUNTER, "encounter", filter.encounterId());
        and(where, values, "patient_id = :patient", "patient", filter.patientId());
        and(where, values, CURRENT_IN_TRANSPORT, "transport", name(filter.transport()));
        and(where, values, "adjudication = :adjudication", "adjudication", name(filter.adjudication()));
        and(where, values, "payer_id = :payer", "payer", filter.payerId());
        and(where, values, "owner_role = :owner", "owner", name(filter.owner()));
        and(where, values, "owner_due < :due", "due", filter.dueBefore());
        var claims = filter.claimIds();
        and(where, values, "id = any(:claims)", "claims", claims == null ? null : claims.toArray(UUID[]::new));
        var query = getEntityManager()
                .createNativeQuery("select id from claim " + where + " order by id", Object.class)
                .setMaxResults(limit);
        values.forEach(query::setParameter);
        return uuids(query.getResultList());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    List<HistoryEntry> history(UUID claimId) {
        return getEntityManager()
                .createQuery("from HistoryEntry where claimId = :claim order by id", HistoryEntry.class)
                .setParameter("claim", claimId)
                .getResultList();
    }

    /** Keeps a claim with what happened to it, so that its revision is right from here on. */
    void save(Claim claim) {
        saveAll(List.of(claim));
    }

    void saveAll(Collection<Claim> claims) {
        var moves = new EnumMap<Move, List<ClaimVersion>>(Move.class);
        for (var claim : claims) {
            for (var version : claim.versions()) {
                var move = version.takeMove();
                if (getEntityManager().contains(version)) { // else it is written as it is
                    moves.computeIfAbsent(move, key -> new ArrayList<>()).add(version);
                }
            }
            if (!isPersistent(claim)) {
                persist(claim);
            }
            claim.versions().stream()
                    .filter(version -> !getEntityManager().contains(version))
                    .forEach(getEntityManager()::persist);
            claim.takeHistory().forEach(getEntityManager()::persist);
        }
        flush();
        move(moves.getOrDefault(Move.MOVED, List.of()), MOVED);
        move(moves.getOrDefault(Move.SENT, List.of()), SENT);
    }

    private void move(List<ClaimVersion> versions, String statement) {
        if (!versions.isEmpty()) {
            sql.run(statement, (connection, update) -> {
                update.setArray(1, texts(connection, versions, ClaimVersion::id));
                update.setArray(2, texts(connection, versions, ClaimVersion::transport));
                update.setArray(3, texts(connection, versions, ClaimVersion::transportSince));
                if (statement.equals(SENT)) {
                    update.setArray(4, texts(connection, versions, ClaimVersion::sentAt));
                }
                return update.executeUpdate();
            });
        }
    }

    /** What the session has whole is not asked for again: a query would give it back as it is, after having fetched it. */
    List<Claim> load(Collection<UUID> ids) {
        var session = getEntityManager().unwrap(SessionImplementor.class);
        var claims = session.getFactory().getMappingMetamodel().getEntityDescriptor(Claim.class);
        var wanted = new LinkedHashSet<>(ids);
        var known = new ArrayList<Claim>();
        for (var id : wanted) {
            var held = session.getPersistenceContextInternal().getEntity(session.generateEntityKey(id, claims));
            if (held instanceof Claim claim && claim.hasItsVersions()) {
                known.add(claim);
            }
        }
        return known.size() == wanted.size() ? known : fetch(wanted);
    }

    private List<Claim> fetch(Collection<UUID> ids) {
        if (ids.size() == 1) {
            return getEntityManager()
                    .createQuery("from Claim c join fetch c.versions where c.id = :id", Claim.class)
                    .setParameter("id", ids.iterator().next())
                    .getResultList();
        }
        // an array is one value: Hibernate keeps the plan of the query, and there may be any number of them
        return getEntityManager()
                .createQuery(
                        "from Claim c join fetch c.versions where cast(sql('? = any(cast((select ?) as uuid[]))', c.id, :ids) as boolean) order by c.id",
                        Claim.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** In one order, so that nobody waits in a circle. */
    void lock(Collection<UUID> ids) {
        if (ids.size() == 1) {
            getEntityManager()
                    .createNativeQuery("select id from claim where id = :id for no key update", Object.class)
                    .setParameter("id", ids.iterator().next())
                    .getResultList();
        } else if (!ids.isEmpty()) {
            getEntityManager()
                    .createNativeQuery(
                            "select id from claim where id = any(cast((select :ids) as uuid[])) order by id for no key update",
                            Object.class)
                    .setParameter("ids", ids.toArray(UUID[]::new))
                    .getResultList();
        }
    }

    private static void and(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static List<UUID> uuids(List<?> rows) {
        return rows.stream().map(UUID.class::cast).toList();
    }

    @Produces
    @Singleton
    static PatientRows patientsOfClaims() {
        return PatientRows.of("claim", "id");
    }

    @Produces
    @Singleton
    static PatientRows patientsOfEncounters() {
        return PatientRows.of("claim", "encounter_id");
    }
}
