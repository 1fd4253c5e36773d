package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.superbill.servicekit.ids.Sha256;

/** Loads the releases that ship with this build and are not in the database yet, each in one transaction; one replica at a time. */
@ApplicationScoped
public class ShippedReleases {
    private static final Logger LOG = Logger.getLogger(ShippedReleases.class);

    /** Procedures of inpatients, 80,000 codes: an empty system need not wait for them to be ready. */
    private static final Set<CodeSystem> LATER = EnumSet.of(CodeSystem.ICD_10_PCS);

    private final CodeStore store;
    private final AgroalDataSource dataSource;
    private final CodeTables tables;
    private final Clock clock;

    ShippedReleases(CodeStore store, CodeTables tables, AgroalDataSource dataSource, Clock clock) {
        this.store = store;
        this.tables = tables;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Loads what every visit needs.
     *
     * @return the systems that got a release
     */
    public Set<CodeSystem> loadMissing() {
        var loaded = load(system -> !LATER.contains(system));
        loadReplacements();
        return loaded;
    }

    /**
     * Loads the rest.
     *
     * @return the systems that got a release
     */
    public Set<CodeSystem> loadLater() {
        return load(LATER::contains);
    }

    private Set<CodeSystem> load(Predicate<CodeSystem> wanted) {
        var loaded = EnumSet.noneOf(CodeSystem.class);
        for (var shipped : ShippedRelease.all()) {
            if (wanted.test(shipped.codeSystem()) && isMissing(shipped) && load(shipped)) {
                loaded.add(shipped.codeSystem());
            }
        }
        return loaded;
    }

    private void loadReplacements() {
        if (tables.newest(ShippedReplacements.TABLE.kind()).isPresent()) {
            return; // this edition, or a newer one that was loaded
        }
        inTransaction(connection -> {
            tables.loadReplacements(
                    connection, ShippedReplacements.TABLE, CodeSystem.ICD_10_CM, ShippedReplacements.read(), false);
            return true;
        });
    }

    private boolean isMissing(ShippedRelease shipped) {
        return store.findRelease(shipped.codeSystem(), shipped.release()).isEmpty();
    }

    private boolean load(ShippedRelease shipped) {
        var start = clock.millis();
        var isLoaded = inTransaction(connection -> {
            CodeStore.lock(connection);
            if (!isMissing(shipped)) {
                return false; // another replica was faster
            }
            copy(connection, shipped);
            return true;
        });
        if (!isLoaded) {
            return false;
        }
        LOG.infof(
                "Loaded %s %s: %d codes in %d ms",
                shipped.system(), shipped.release(), shipped.codes(), clock.millis() - start);
        return true;
    }

    /** Work in a transaction of its own: there is no request around it. */
    private interface Work {
        boolean with(Connection connection) throws SQLException;
    }

    private boolean inTransaction(Work work) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var done = work.with(connection);
                connection.commit();
                return done;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private void copy(Connection connection, ShippedRelease shipped) throws SQLException {
        var release = new CodeStore.NewRelease(
                shipped.codeSystem(),
                shipped.release(),
                shipped.effectiveFrom(),
                shipped.source(),
                shipped.licence(),
                shipped.sha256(),
                shipped.codes());
        var at = clock.instant();
        var id = CodeStore.insertRelease(connection, release, at);
        try (var content = new DigestInputStream(shipped.open(), Sha256.digest());
                var reader = new InputStreamReader(content, UTF_8)) {
            var codes = CopyRows.copy(connection, id, shipped.codeSystem(), CompactForm.read(reader));
            if (codes != shipped.codes()
                    || !HexFormat.of()
                            .formatHex(content.getMessageDigest().digest())
                            .equals(shipped.sha256())) {
                throw new IllegalStateException(
                        "The shipped release %s is not what its manifest says".formatted(shipped.file()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CodeStore.activate(connection, id, at);
    }
}
