package org.superbill.coding.codeindex;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;
import org.superbill.servicekit.problem.Problem;

/** The releases of the parts of the index: loaded whole as files, never edited, taken back whole. */
@ApplicationScoped
class CodeIndexReleases {
    private static final Logger LOG = Logger.getLogger(CodeIndexReleases.class);

    private final CodeIndexStore store;
    private final AgroalDataSource dataSource;

    CodeIndexReleases(CodeIndexStore store, AgroalDataSource dataSource) {
        this.store = store;
        this.dataSource = dataSource;
    }

    /** Newest first. */
    List<CodeIndexRelease> list(CodeIndexTable table) {
        var releases = new ArrayList<>(store.releases());
        releases.removeIf(release -> release.table() != table);
        Collections.reverse(releases);
        return releases;
    }

    /**
     * Takes a release back whole, as if it had never been loaded: the one before it is read on its days again.
     *
     * @return what was taken back
     * @throws Problem {@code CODE_INDEX_RELEASE_NOT_FOUND}, {@code CODE_INDEX_RELEASE_SHIPS}
     */
    @Transactional
    CodeIndexRelease rollBack(CodeIndexTable table, String label) {
        if (ShippedIndex.all().stream()
                .anyMatch(
                        shipped -> shipped.table() == table && shipped.release().equals(label))) {
            throw new Problem(CodeIndexProblem.CODE_INDEX_RELEASE_SHIPS, "It ships with the service");
        }
        try (var connection = dataSource.getConnection()) {
            CodeIndexStore.lock(connection);
            var release = CodeIndexStore.find(connection, table, label)
                    .orElseThrow(() -> new Problem(
                            CodeIndexProblem.CODE_INDEX_RELEASE_NOT_FOUND,
                            "%s has no release of this label".formatted(table.id())));
            CodeIndexStore.takeBack(connection, release.id());
            LOG.infof("Took back release %s of the index %s, %d terms", label, table.id(), release.terms());
            return release;
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not take a release of the index back", e);
        }
    }
}
