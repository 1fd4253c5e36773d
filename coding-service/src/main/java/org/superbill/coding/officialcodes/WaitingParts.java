package org.superbill.coding.officialcodes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.superbill.coding.codesystem.CodeSystem;

/** Files that are one half of a release and wait for the other. */
@ApplicationScoped
class WaitingParts {
    private final Clock clock;

    WaitingParts(Clock clock) {
        this.clock = clock;
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
