package org.superbill.coding.officialcodes;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.CodeSystemProblem;
import org.superbill.servicekit.problem.Problem;

/** Files that are one half of a release and wait for the other. */
@ApplicationScoped
class WaitingParts {
    private static final String WAITING =
            "select system, release, part, effective_from, loaded_at from code_file_part ";

    private final AgroalDataSource dataSource;
    private final Clock clock;

    WaitingParts(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * A file that waits, as callers see it.
     *
     * @param part which half it is
     */
    @Schema(name = "WaitingCodeFile")
    record Waiting(String system, String release, String part, LocalDate effectiveFrom, Instant loadedAt) {}

    /** Oldest first. */
    List<Waiting> list() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(WAITING + "order by loaded_at, part")) {
            return read(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell which files wait", e);
        }
    }

    /**
     * As if it had never been sent.
     *
     * @return what waited
     * @throws Problem {@code CODE_RELEASE_NOT_FOUND}
     */
    @Transactional
    List<Waiting> rollBack(String system, String release) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "delete from code_file_part where system = ? and release = ? returning system, release, part, effective_from, loaded_at")) {
            statement.setString(1, system);
            statement.setString(2, release);
            var waited = read(statement);
            if (waited.isEmpty()) {
                throw new Problem(
                        CodeSystemProblem.CODE_RELEASE_NOT_FOUND, "No file waits under this label for its other half");
            }
            return waited;
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not take a waiting file back", e);
        }
    }

    private static List<Waiting> read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var waiting = new ArrayList<Waiting>();
            while (rows.next()) {
                waiting.add(new Waiting(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getObject(4, LocalDate.class),
                        rows.getTimestamp(5).toInstant()));
            }
            return waiting;
        }
    }

    /** @param sha256 of the content as it was sent */
    record Part(byte[] content, String sha256) {}

    Optional<Part> find(Connection connection, CodeSystem system, String release, String part) throws SQLException {
        var sql = "select content, sha256 from code_file_part where system = ? and release = ? and part = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, system.id());
            statement.setString(2, release);
            statement.setString(3, part);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new Part(rows.getBytes(1), rows.getString(2))) : Optional.empty();
            }
        }
    }

    /** In the place of what waited there before. */
    void put(Connection connection, CodeSystem system, ReleaseName release, String part, Part content)
            throws SQLException {
        remove(connection, system, release.label(), part);
        var sql = """
                insert into code_file_part (system, release, part, effective_from, sha256, content, loaded_at) values (?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, system.id());
            statement.setString(2, release.label());
            statement.setString(3, part);
            statement.setObject(4, release.effectiveFrom());
            statement.setString(5, content.sha256());
            statement.setBytes(6, content.content());
            statement.setTimestamp(7, Timestamp.from(clock.instant()));
            statement.executeUpdate();
        }
    }

    void remove(Connection connection, CodeSystem system, String release, String part) throws SQLException {
        var sql = "delete from code_file_part where system = ? and release = ? and part = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, system.id());
            statement.setString(2, release);
            statement.setString(3, part);
            statement.executeUpdate();
        }
    }
}
