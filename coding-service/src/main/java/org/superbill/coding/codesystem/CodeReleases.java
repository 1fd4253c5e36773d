package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.superbill.events.CodeReleaseActivated;
import org.superbill.events.CodeReleaseRolledBack;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.problem.Problem;

/** The releases of the code systems: loaded whole, seen by nobody until activated, never edited, taken back whole. */
@ApplicationScoped
public class CodeReleases {
    private static final Logger LOG = Logger.getLogger(CodeReleases.class);
    private static final String OWN_SOURCE = "loaded over the API";
    private static final String OWN_LICENCE = "as its owner is licensed";

    private static final int LAST = ObserverMethod.DEFAULT_PRIORITY + 1;

    private final CodeStore store;
    private final ReleaseLoads loads;
    private final AgroalDataSource dataSource;
    private final Outbox outbox;
    private final Event<ReleasesChanged> changed;
    private final Clock clock;

    CodeReleases(
            CodeStore store,
            ReleaseLoads loads,
            AgroalDataSource dataSource,
            Outbox outbox,
            Event<ReleasesChanged> changed,
            Clock clock) {
        this.store = store;
        this.loads = loads;
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.changed = changed;
        this.clock = clock;
    }

    /** What loading a release led to. */
    record Loaded(CodeRelease release, boolean isNew) {}

    /** Newest first, also those that are not active. */
    public List<CodeRelease> list(CodeSystem system) {
        return store.releases(system);
    }

    /** @throws Problem {@code CODE_RELEASE_NOT_FOUND} */
    public CodeRelease get(CodeSystem system, String label) {
        return store.findRelease(system, label)
                .orElseThrow(() -> new Problem(
                        CodeSystemProblem.CODE_RELEASE_NOT_FOUND,
                        "%s has no release of this label".formatted(system.id())));
    }

    /** The codes of a release in the compact form, from which {@link CodeRelease#sha256()} is made. */
    void write(CodeRelease release, OutputStream out) {
        var writer = new PrintWriter(out, false, UTF_8);
        store.eachInOrder(release.id(), row -> writer.write(CompactForm.line(row)));
        writer.flush();
    }

    /**
     * Loads a release of CSV in one transaction. The same content under the same label again changes nothing.
     *
     * @throws Problem {@code CODE_RELEASE_ROWS_INVALID}, {@code CODE_RELEASE_DIFFERS}, {@code SANDBOX_RELEASE_REFUSED}
     */
    @Transactional
    Loaded load(CodeSystem system, String label, LocalDate effectiveFrom, InputStream csv) {
        SandboxRelease.refuseInProduction(label, ConfigUtils.getProfiles());
        var candidate = new ReleaseLoads.Candidate(
                system, label, effectiveFrom, OWN_SOURCE, OWN_LICENCE, CodeCsv.read(system, csv));
        try (var connection = dataSource.getConnection()) {
            var outcome = loads.load(connection, candidate, false);
            return new Loaded(get(system, label), outcome.isNew());
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * Makes a loaded release visible: at once and whole. One that is active already stays as it is.
     *
     * @throws Problem {@code CODE_RELEASE_NOT_FOUND}, {@code SANDBOX_RELEASE_REFUSED}
     */
    @Transactional
    CodeRelease activate(CodeSystem system, String label) {
        SandboxRelease.refuseInProduction(label, ConfigUtils.getProfiles());
        try (var connection = dataSource.getConnection()) {
            CodeStore.lock(connection);
            var release = get(system, label);
            if (release.active()) {
                return release;
            }
            CodeStore.activate(connection, release.id(), clock.instant());
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        var active = get(system, label);
        outbox.publish(
                new CodeReleaseActivated(system.id(), label, active.effectiveFrom(), active.codes(), active.sha256()));
        changed.fire(new ReleasesChanged());
        return active;
    }

    /**
     * Takes a release back whole, as if it had never been loaded: the releases before and after it are in force on its days again.
     *
     * @return what was taken back
     * @throws Problem {@code CODE_RELEASE_NOT_FOUND}, {@code CODE_RELEASE_SHIPS}
     */
    @Transactional
    CodeRelease rollBack(CodeSystem system, String label) {
        if (ShippedRelease.all().stream()
                .anyMatch(shipped ->
                        shipped.codeSystem() == system && shipped.release().equals(label))) {
            throw new Problem(CodeSystemProblem.CODE_RELEASE_SHIPS, "It ships with the service");
        }
        CodeRelease release;
        try (var connection = dataSource.getConnection()) {
            CodeStore.lock(connection);
            release = get(system, label);
            CodeStore.takeBack(connection, release.id());
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        LOG.infof("Took back release %s of %s, %d codes", label, system.id(), release.codes());
        if (release.active()) {
            outbox.publish(new CodeReleaseRolledBack(system.id(), label, release.effectiveFrom(), release.sha256()));
            changed.fire(new ReleasesChanged());
        }
        return release;
    }

    /** Last of all that observe the change, when each has begun its work. */
    void awaitFollowing(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(LAST) ReleasesChanged changed) {
        changed.awaitFollowing();
    }
}
