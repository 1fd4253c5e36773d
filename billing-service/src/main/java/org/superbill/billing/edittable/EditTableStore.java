package org.superbill.billing.edittable;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.superbill.billing.sql.Sql;

/** Every query on CMS's tables. Plain JDBC: they come by the million rows and are never edited. */
@ApplicationScoped
class EditTableStore {
    private static final String RELEASES = """
            select r.id, r.table_id, r.label, r.effective_from, r.rows, r.loaded_at, r.activated_at, p.part, p.file_name, p.sha256, p.rows
              from edit_table_release r join edit_table_part p on p.release_id = r.id
             where %s
             order by r.table_id, r.effective_from desc, r.id desc, p.part""";

    private final Sql sql;

    EditTableStore(Sql sql) {
        this.sql = sql;
    }

    /** By table, newest first; also those that are not active. */
    List<EditTableRelease> releases() {
        return releases(RELEASES.formatted("r.taken_back_at is null"), List.of());
    }

    /** Those that were in use at a moment of the past, also those that were taken back since. By table, newest first. */
    List<EditTableRelease> inUseAt(Instant at) {
        var then = Timestamp.from(at);
        return releases(
                RELEASES.formatted("r.activated_at <= ? and (r.taken_back_at is null or r.taken_back_at > ?)"),
                List.of(then, then));
    }

    private List<EditTableRelease> releases(String query, List<Timestamp> parameters) {
        return sql.run(query, (connection, statement) -> {
            for (var i = 0; i < parameters.size(); i++) {
                statement.setTimestamp(i + 1, parameters.get(i));
            }
            var releases = new LinkedHashMap<Long, EditTableRelease>();
            var parts = new LinkedHashMap<Long, List<EditTableRelease.Part>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    releases.putIfAbsent(rows.getLong(1), release(rows));
                    parts.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>())
                            .add(new EditTableRelease.Part(
                                    rows.getString(8), rows.getString(9), rows.getString(10), rows.getInt(11)));
                }
            }
            return releases.values().stream()
                    .map(release -> withParts(release, parts))
                    .toList();
        });
    }

    private static EditTableRelease withParts(EditTableRelease release, Map<Long, List<EditTableRelease.Part>> parts) {
        return new EditTableRelease(
                release.id(),
                release.table(),
                release.release(),
                release.effectiveFrom(),
                release.rows(),
                parts.getOrDefault(release.id(), List.of()),
                release.loadedAt(),
                release.activatedAt());
    }

    private static EditTableRelease release(ResultSet row) throws SQLException {
        var activated = row.getTimestamp(7);
        return new EditTableRelease(
                row.getLong(1),
                EditTable.of(row.getString(2)).orElseThrow(),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getInt(5),
                List.of(),
                row.getTimestamp(6).toInstant(),
                activated == null ? null : activated.toInstant());
    }

    Optional<EditTableRelease> find(EditTable table, String label) {
        return releases().stream()
                .filter(release -> release.table() == table && release.release().equals(label))
                .findFirst();
    }

    /** The blocks of a release, compressed as they are kept. */
    List<byte[]> blocks(long releaseId) {
        return sql.run(
                "select content from edit_table_block where release_id = ? order by part, position",
                (connection, statement) -> {
                    statement.setLong(1, releaseId);
                    var blocks = new ArrayList<byte[]>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            blocks.add(rows.getBytes(1));
                        }
                    }
                    return blocks;
                });
    }

    /** One load at a time over all replicas, until the transaction ends. */
    void lock() {
        sql.run("select pg_advisory_xact_lock(hashtext('edit_table'))", (connection, statement) -> statement.execute());
    }

    long insertRelease(EditTable table, ReleaseName name, Instant at) {
        var insert = """
                insert into edit_table_release (table_id, label, effective_from, rows, loaded_at) values (?, ?, ?, 0, ?) returning id""";
        return sql.run(insert, (connection, statement) -> {
            statement.setString(1, table.id());
            statement.setString(2, name.label());
            statement.setObject(3, name.effectiveFrom());
            statement.setTimestamp(4, Timestamp.from(at));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    void insertPart(long releaseId, EditTableRelease.Part part, List<RowBlocks.Block> blocks, Instant at) {
        sql.run(
                "insert into edit_table_part (release_id, part, file_name, sha256, rows, loaded_at) values (?, ?, ?, ?, ?, ?)",
                (connection, statement) -> {
                    statement.setLong(1, releaseId);
                    statement.setString(2, part.part());
                    statement.setString(3, part.fileName());
                    statement.setString(4, part.sha256());
                    statement.setInt(5, part.rows());
                    statement.setTimestamp(6, Timestamp.from(at));
                    return statement.executeUpdate();
                });
        sql.run(
                "insert into edit_table_block (release_id, part, position, rows, content) values (?, ?, ?, ?, ?)",
                (connection, statement) -> {
                    var position = 0;
                    for (var block : blocks) {
                        statement.setLong(1, releaseId);
                        statement.setString(2, part.part());
                        statement.setInt(3, ++position);
                        statement.setInt(4, block.rows());
                        statement.setBytes(5, block.content());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
        sql.run("update edit_table_release set rows = rows + ? where id = ?", (connection, statement) -> {
            statement.setInt(1, part.rows());
            statement.setLong(2, releaseId);
            return statement.executeUpdate();
        });
    }

    void activate(long releaseId, Instant at) {
        sql.run("update edit_table_release set activated_at = ? where id = ?", (connection, statement) -> {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setLong(2, releaseId);
            return statement.executeUpdate();
        });
    }

    /** It counts for nothing from now on, and is there to say what counted until now. */
    void takeBack(long releaseId, Instant at) {
        sql.run("update edit_table_release set taken_back_at = ? where id = ?", (connection, statement) -> {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setLong(2, releaseId);
            return statement.executeUpdate();
        });
    }

    /** One that no edit has used. */
    void delete(long releaseId) {
        sql.run("delete from edit_table_release where id = ?", (connection, statement) -> {
            statement.setLong(1, releaseId);
            return statement.executeUpdate();
        });
    }
}
