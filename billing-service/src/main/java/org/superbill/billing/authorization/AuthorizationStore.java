package org.superbill.billing.authorization;

import com.fasterxml.jackson.core.type.TypeReference;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Authorized;
import org.superbill.billing.reference.FactsJson;
import org.superbill.servicekit.audit.PatientRows;

/** The SQL of authorizations. */
@ApplicationScoped
class AuthorizationStore {
    private static final String INSERT = """
            insert into prior_authorization (id, number, kind, payer_id, patient_id, provider_npi, effective_from, effective_to, services)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict on constraint prior_authorization_once do nothing""";
    private static final String UPDATE = """
            update prior_authorization a
               set number = ?, kind = ?, payer_id = ?, patient_id = ?, provider_npi = ?, effective_from = ?, effective_to = ?, services = ?,
                   revision = revision + 1
             where id = ? and not exists (select 1 from prior_authorization o
                    where o.payer_id = ? and o.patient_id = ? and o.number = ? and o.id <> a.id)""";
    /** The first parameter is a claim whose own use does not count. */
    private static final String COLUMNS = """
            select a.id, a.number, a.kind, a.payer_id, a.patient_id, a.provider_npi, a.effective_from, a.effective_to, a.services, a.revision,
                   (select json_object_agg(u.service_index, u.units)
                      from (select service_index, sum(units) as units from prior_authorization_use
                             where organization_id = a.organization_id and authorization_id = a.id and claim_id is distinct from ?::uuid
                             group by service_index) u)
              from prior_authorization a""";

    private static final String LOCK = "select from prior_authorization where id = ? for update";
    private static final String LOCK_FOR_CLAIM =
            "select from prior_authorization where patient_id = ? and payer_id = ? order by id for update";

    private static final String ANY_FOR = """
            select exists (select from prior_authorization where patient_id = ?)
                or exists (select from prior_authorization_use where claim_id = ?)""";

    private static final String TAKE = """
            insert into prior_authorization_use (authorization_id, service_index, claim_id, line_number, units)
            select u.authorization_id, u.service_index, ?, u.line_number, u.units
              from unnest(?::uuid[], ?::int[], ?::int[], ?::numeric[]) u (authorization_id, service_index, line_number, units)
            on conflict do nothing"""; // two payers in turn may be one

    private static final String GIVE_BACK = """
            delete from prior_authorization_use u using prior_authorization a
             where u.claim_id = ? and a.organization_id = u.organization_id and a.id = u.authorization_id and a.payer_id <> all(?::uuid[])""";

    private final AgroalDataSource dataSource;

    AuthorizationStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return false when the patient has one of this payer with this number */
    boolean insert(UUID id, AuthorizationDetails details) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            fill(statement, 2, details);
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @return false when the patient has another one of this payer with this number */
    boolean replace(UUID id, AuthorizationDetails details) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(UPDATE)) {
            fill(statement, 1, details);
            statement.setObject(9, id);
            statement.setObject(10, details.payerId());
            statement.setObject(11, details.patientId());
            statement.setString(12, details.number());
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void fill(PreparedStatement statement, int at, AuthorizationDetails details) throws SQLException {
        statement.setString(at, details.number());
        statement.setString(at + 1, details.kind());
        statement.setObject(at + 2, details.payerId());
        statement.setObject(at + 3, details.patientId());
        statement.setString(at + 4, details.providerNpi());
        statement.setObject(at + 5, details.effectiveFrom());
        statement.setObject(at + 6, details.effectiveTo());
        statement.setString(at + 7, FactsJson.write(details.services()));
    }

    List<Authorization> list(@Nullable UUID patientId, @Nullable UUID payerId, UUID after, int limit) {
        return query(
                COLUMNS
                        + " where a.id > ? and a.patient_id = coalesce(?::uuid, a.patient_id) and a.payer_id = coalesce(?::uuid, a.payer_id)"
                        + " order by a.id limit ?",
                null,
                after,
                patientId,
                payerId,
                limit);
    }

    /** To change it. */
    Optional<Authorization> findLocked(UUID id) {
        lock(LOCK, id);
        return find(id);
    }

    Optional<Authorization> find(UUID id) {
        return query(COLUMNS + " where a.id = ?", null, id).stream().findFirst();
    }

    /**
     * The payer's for the patient, as far as other claims than this one have used them.
     *
     * @param lock to draw them down; in one order, so that nobody waits in a circle
     */
    List<Authorization> forClaim(@Nullable UUID claimId, UUID payerId, UUID patientId, boolean lock) {
        if (lock) {
            lock(LOCK_FOR_CLAIM, patientId, payerId);
        }
        return query(COLUMNS + " where a.patient_id = ? and a.payer_id = ? order by a.id", claimId, patientId, payerId);
    }

    /** In a statement of its own: one that waits for a lock sums what was used by what was there before it waited. */
    private void lock(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    boolean anyFor(UUID patientId, UUID claimId) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(ANY_FOR)) {
            statement.setObject(1, patientId);
            statement.setObject(2, claimId);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Set<UUID> patientsOf(Collection<UUID> patientIds) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select distinct patient_id from prior_authorization where patient_id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", patientIds.toArray()));
            var found = new HashSet<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private List<Authorization> query(String sql, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            var found = new ArrayList<Authorization>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(authorization(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Authorization authorization(ResultSet row) throws SQLException {
        List<AuthorizedService> services = FactsJson.read(row.getString(9), new TypeReference<>() {});
        var json = row.getString(11);
        Map<Integer, BigDecimal> used =
                json == null ? Map.of() : FactsJson.read(json, new TypeReference<Map<Integer, BigDecimal>>() {});
        return new Authorization(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                IntStream.range(0, services.size())
                        .mapToObj(at ->
                                Authorization.Service.of(services.get(at), used.getOrDefault(at, BigDecimal.ZERO)))
                        .toList(),
                row.getLong(10));
    }

    void take(UUID claimId, List<Authorized.Line> lines) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setObject(1, claimId);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            lines.stream().map(Authorized.Line::authorizationId).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int",
                            lines.stream().map(Authorized.Line::serviceIndex).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "int",
                            lines.stream().map(Authorized.Line::lineNumber).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "numeric",
                            lines.stream().map(Authorized.Line::units).toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @param exceptOf payers whose authorizations the claim keeps */
    void giveBack(UUID claimId, Collection<UUID> exceptOf) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(GIVE_BACK)) {
            statement.setObject(1, claimId);
            statement.setArray(2, connection.createArrayOf("uuid", exceptOf.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The authorizations' SQL failed with state " + e.getSQLState(), e);
    }

    @Produces
    @Singleton
    static PatientRows patientsOfAuthorizations() {
        return PatientRows.of("prior_authorization", "id");
    }
}
