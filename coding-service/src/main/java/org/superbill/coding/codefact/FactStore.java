package org.superbill.coding.codefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactRow;

/** Every query on editions of facts. Plain JDBC: they come by the ten thousand rows and are never edited. */
@ApplicationScoped
class FactStore {
    private static final String EDITION =
            "select id, kind, label, effective_from, source, licence, sha256, facts, loaded_at, withdrawn_at from code_fact_edition ";
    /** In characters. */
    private static final int BATCH = 1 << 16;

    private final AgroalDataSource dataSource;

    FactStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** By kind, newest first; also those that are withdrawn. */
    List<LoadedEdition> editions() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return editions(connection);
        }
    }

    static List<LoadedEdition> editions(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(EDITION + "order by kind, effective_from desc, id desc");
                var rows = statement.executeQuery()) {
            var editions = new ArrayList<LoadedEdition>();
            while (rows.next()) {
                editions.add(edition(rows));
            }
            return editions;
        }
    }

    static Optional<LoadedEdition> find(Connection connection, String kind, String label) throws SQLException {
        return editions(connection).stream()
                .filter(edition ->
                        edition.kind().equals(kind) && edition.label().equals(label))
                .findFirst();
    }

    Edition read(LoadedEdition edition) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return read(connection, edition);
        }
    }

    static Edition read(Connection connection, LoadedEdition edition) throws SQLException {
        var sql = "select subject, fact, detail from code_fact where edition_id = ? order by position";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, edition.id());
            try (var rows = statement.executeQuery()) {
                var facts = new ArrayList<FactRow>(edition.facts());
                while (rows.next()) {
                    facts.add(new FactRow(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
                return new Edition(edition.kind(), edition.label(), edition.effectiveFrom(), edition.source(), facts);
            }
        }
    }

    /** One at a time over all replicas, until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(hashtext('code_fact'))")) {
            statement.execute();
        }
    }

    static void insert(Connection connection, Edition edition, String licence, String sha256, Instant at)
            throws SQLException {
        copy(connection, insertEdition(connection, edition, licence, sha256, at), edition.rows());
    }

    private static long insertEdition(Connection connection, Edition edition, String licence, String sha256, Instant at)
            throws SQLException {
        var sql = """
                insert into code_fact_edition (kind, label, effective_from, source, licence, sha256, facts, loaded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, edition.kind());
            statement.setString(2, edition.label());
            statement.setObject(3, edition.effectiveFrom());
            statement.setString(4, edition.source());
            statement.setString(5, licence);
            statement.setString(6, sha256);
            statement.setInt(7, edition.rows().size());
            statement.setTimestamp(8, Timestamp.from(at));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void copy(Connection connection, long editionId, List<FactRow> rows) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy code_fact (edition_id, position, subject, fact, detail) from stdin");
        try {
            var position = 0;
            var batch = new StringBuilder(BATCH);
            for (var row : rows) {
                batch.append(editionId)
                        .append('\t')
                        .append(++position)
                        .append('\t')
                        .append(row.subject())
                        .append('\t')
                        .append(row.fact())
                        .append('\t')
                        .append(row.detail().replace("\\", "\\\\"))
                        .append('\n');
                if (batch.length() > BATCH || position == rows.size()) {
                    var bytes = batch.toString().getBytes(UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    batch.setLength(0);
                }
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** @param at null to put it in use again */
    static void withdraw(Connection connection, long editionId, @Nullable Instant at) throws SQLException {
        try (var statement =
                connection.prepareStatement("update code_fact_edition set withdrawn_at = ? where id = ?")) {
            statement.setTimestamp(1, at == null ? null : Timestamp.from(at));
            statement.setLong(2, editionId);
            statement.executeUpdate();
        }
    }

    /** Deletes an edition with all its facts, which the service's role cannot do in another way. */
    static void takeBack(Connection connection, long editionId) throws SQLException {
        try (var statement = connection.prepareStatement("select take_back_code_facts(?)")) {
            statement.setLong(1, editionId);
            statement.execute();
        }
    }

    private static LoadedEdition edition(ResultSet row) throws SQLException {
        var withdrawn = row.getTimestamp("withdrawn_at");
        return new LoadedEdition(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("label"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("source"),
                row.getString("licence"),
                row.getString("sha256"),
                row.getInt("facts"),
                row.getTimestamp("loaded_at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
