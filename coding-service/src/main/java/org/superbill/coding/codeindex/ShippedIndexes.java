package org.superbill.coding.codeindex;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Loads the parts of the index that ship with this build and are not in the database yet, each in one transaction; one replica at a time. */
@ApplicationScoped
public class ShippedIndexes {
    private static final Logger LOG = Logger.getLogger(ShippedIndexes.class);

    private final CodeIndexStore store;
    private final AgroalDataSource dataSource;
    private final Clock clock;

    ShippedIndexes(CodeIndexStore store, AgroalDataSource dataSource, Clock clock) {
        this.store = store;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    public void loadMissing() {
        var loaded = store.releases();
        for (var shipped : ShippedIndex.all()) {
            if (loaded.stream()
                    .noneMatch(release -> release.table() == shipped.table()
                            && release.label().equals(shipped.release()))) {
                load(shipped);
            }
        }
    }

    private void load(ShippedIndex shipped) {
        var start = clock.millis();
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                CodeIndexStore.lock(connection);
                if (CodeIndexStore.find(connection, shipped.table(), shipped.release())
                        .isEmpty()) {
                    var release = new CodeIndexRelease(
                            0,
                            shipped.table(),
                            shipped.release(),
                            shipped.effectiveFrom(),
                            shipped.sha256(),
                            shipped.terms());
                    CodeIndexStore.insert(connection, release, shipped.read(), clock.instant());
                    connection.commit();
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The shipped index %s cannot be loaded".formatted(shipped.file()), e);
        }
        LOG.infof(
                "Loaded the index table %s %s: %d terms in %d ms",
                shipped.table().id(), shipped.release(), shipped.terms(), clock.millis() - start);
    }
}
