package org.superbill.billing.reference;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.superbill.servicekit.audit.PatientRows;

/** The SQL of the copy. */
@ApplicationScoped
class ReferenceStore {
    private static final String PUT = """
            insert into reference_fact (kind, id, body) values (?, ?, ?)
            on conflict (organization_id, id, kind) do update set body = excluded.body, changed_at = now()""";
    private static final String PUT_ALL = """
            insert into reference_fact (kind, id, body) select ?, id, body from unnest(?::uuid[], ?::text[]) as given (id, body)
            order by id
            on conflict (organization_id, id, kind) do update set body = excluded.body, changed_at = now()""";
    private static final String FIND = "select body from reference_fact where kind = ? and id = ?";
    private static final String LIST = "select body from reference_fact where kind = ? order by id";
    private static final String PAYERS_WITH_TERMS = """
            select body from reference_fact where kind = 'payer' and jsonb_typeof(body::jsonb #> '{profile,terms}') = 'object' order by id""";
    private static final String FIND_ALL = "select id, body from reference_fact where kind = ? and id = any(?)";
    private static final String FACTS_AND_PAYERS = """
            with named as materialized (select kind, id, body from reference_fact where id = any(?))
            select kind, id, body from named
            union all
            select payer.kind, payer.id, payer.body from reference_fact payer
             where payer.kind = 'payer' and payer.id = any(array(select (body::jsonb ->> 'payerId')::uuid from named where kind = 'coverage'))""";

    private static final String HOLD_ENCOUNTERS = """
            select pg_advisory_xact_lock(key)
              from (select distinct hashtextextended(current_setting('app.organization', true) || '/encounter/' || id, 86) as key
                      from unnest(?::uuid[]) as given (id) order by key) as keys""";

    private final AgroalDataSource dataSource;

    ReferenceStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void holdEncounters(Collection<UUID> ids) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(HOLD_ENCOUNTERS)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void put(String kind, UUID id, Object body) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PUT)) {
            statement.setString(1, kind);
            statement.setObject(2, id);
            statement.setString(3, FactsJson.write(body));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** In one statement. */
    void putAll(String kind, Map<UUID, ?> bodies) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PUT_ALL)) {
            statement.setString(1, kind);
            statement.setArray(
                    2, connection.createArrayOf("uuid", bodies.keySet().toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            bodies.values().stream().map(FactsJson::write).toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Optional<String> find(String kind, UUID id) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, kind);
            statement.setObject(2, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    List<String> list(String kind) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(LIST)) {
            statement.setString(1, kind);
            var bodies = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
            return bodies;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    List<String> payersWithTerms() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PAYERS_WITH_TERMS);
                var rows = statement.executeQuery()) {
            var bodies = new ArrayList<String>();
            while (rows.next()) {
                bodies.add(rows.getString(1));
            }
            return bodies;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Map<UUID, String> findAll(String kind, Collection<UUID> ids) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FIND_ALL)) {
            statement.setString(1, kind);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            var bodies = new HashMap<UUID, String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
            return bodies;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    KnownFacts factsAndPayers(Collection<UUID> ids) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FACTS_AND_PAYERS)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var bodies = new HashMap<KnownFacts.Key, String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.put(new KnownFacts.Key(rows.getString(1), rows.getObject(2, UUID.class)), rows.getString(3));
                }
            }
            return new KnownFacts(bodies);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The copy's SQL failed with state " + e.getSQLState(), e);
    }

    @Produces
    @Singleton
    static PatientRows patients() {
        return new PatientRows("select id from reference_fact where kind = 'patient' and id = any(:ids)");
    }
}
