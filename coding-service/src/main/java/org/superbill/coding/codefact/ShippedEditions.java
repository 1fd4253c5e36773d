package org.superbill.coding.codefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;
import org.superbill.coderules.facts.Edition;

/** The editions of facts that ship with this build, as {@link ReferenceFacts} made them; loads those that are not in the database yet, one replica at a time. */
@ApplicationScoped
class ShippedEditions {
    /** In {@code reference/facts}. */
    static final List<String> FILES = List.of(
            "icd-10-cm-tabular-2021.tsv.gz",
            "icd-10-cm-poa-exempt-2026.tsv.gz",
            "medicare-code-editor-edits-37.tsv.gz",
            "medicare-code-editor-conflicts-41.1.tsv.gz");

    private static final Logger LOG = Logger.getLogger(ShippedEditions.class);
    private static final String FOLDER = "/reference/facts/";

    private final FactStore store;
    private final AgroalDataSource dataSource;
    private final Clock clock;

    ShippedEditions(FactStore store, AgroalDataSource dataSource, Clock clock) {
        this.store = store;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** One that was withdrawn stays so. */
    void loadMissing() {
        try {
            var known = store.editions();
            for (var file : FILES) {
                if (known.stream().noneMatch(edition -> isIn(edition, file))) {
                    load(read(file));
                }
            }
        } catch (SQLException e) {
            throw new FactStoreException(e);
        }
    }

    static boolean ships(LoadedEdition edition) {
        return FILES.stream().anyMatch(file -> isIn(edition, file));
    }

    private static boolean isIn(LoadedEdition edition, String file) {
        return file.equals("%s-%s.tsv.gz".formatted(edition.kind(), edition.label()));
    }

    private void load(Edition edition) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                FactStore.lock(connection);
                if (FactStore.find(connection, edition.kind(), edition.label()).isPresent()) {
                    return; // another replica was faster
                }
                FactStore.insert(
                        connection, edition, FactFile.PUBLIC_DOMAIN, FactEditions.sha256(edition), clock.instant());
                connection.commit();
                LOG.infof(
                        "Loaded %s %s: %d facts",
                        edition.kind(), edition.label(), edition.rows().size());
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    static Edition read(String file) {
        try (var stream = ShippedEditions.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new FileNotFoundException("This build lacks its resource " + FOLDER + file);
            }
            return Edition.read(new String(new GZIPInputStream(stream).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
