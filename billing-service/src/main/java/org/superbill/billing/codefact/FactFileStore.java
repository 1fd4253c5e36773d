package org.superbill.billing.codefact;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The SQL of the files. They belong to no organization. */
@ApplicationScoped
class FactFileStore {
    private static final String PUT = """
            insert into code_fact_file (name, version, content, fetched_at) values (?, ?, ?, ?)
            on conflict (name) do update set version = excluded.version, content = excluded.content, fetched_at = excluded.fetched_at""";

    private final AgroalDataSource dataSource;

    FactFileStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** By name. */
    List<FactFile> list() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select name, version from code_fact_file order by name");
                var rows = select.executeQuery()) {
            var files = new ArrayList<FactFile>();
            while (rows.next()) {
                files.add(new FactFile(rows.getString(1), rows.getString(2)));
            }
            return files;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Names of those that are other ones than at a moment of the past. */
    List<String> fetchedAfter(Instant moment) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select name from code_fact_file where fetched_at > ? order by name")) {
            select.setTimestamp(1, Timestamp.from(moment));
            try (var rows = select.executeQuery()) {
                var names = new ArrayList<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Compressed. */
    byte[] content(String name) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select content from code_fact_file where name = ?")) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("The file %s is gone".formatted(name));
                }
                return rows.getBytes(1);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** All or nothing, so that no replica judges by half of a change. */
    void replace(Map<FactFile, byte[]> changed, List<String> gone, Instant at) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var put = connection.prepareStatement(PUT);
                    var delete = connection.prepareStatement("delete from code_fact_file where name = any(?)")) {
                for (var file : changed.entrySet()) {
                    put.setString(1, file.getKey().name());
                    put.setString(2, file.getKey().version());
                    put.setBytes(3, file.getValue());
                    put.setTimestamp(4, Timestamp.from(at));
                    put.executeUpdate();
                }
                delete.setArray(1, connection.createArrayOf("text", gone.toArray()));
                delete.executeUpdate();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The SQL of files of facts failed with state " + e.getSQLState(), e);
    }
}
