package org.superbill.billing.archive;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Keeps the bytes of a file under the id of what it belongs to. */
@ApplicationScoped
public class Archive {
    private final AgroalDataSource dataSource;

    Archive(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(UUID id, byte[] content) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "insert into x12_content (id, organization_id, content) values (?, current_setting('app.organization', true), ?)")) {
            statement.setObject(1, id);
            statement.setBytes(2, content);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The archive's SQL failed with state " + e.getSQLState(), e);
        }
    }

    public Optional<byte[]> find(UUID id) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select content from x12_content where id = ?")) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The archive's SQL failed with state " + e.getSQLState(), e);
        }
    }
}
