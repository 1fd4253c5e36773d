package org.superbill.coding.codesystem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.superbill.events.CodeReleaseActivated;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.problem.Problem;

/** The releases of the code systems: loaded whole, seen by nobody until activated, never edited. */
@ApplicationScoped
public class CodeReleases {
    private static final String SANDBOX = "sandbox";
    private static final String OWN_SOURCE = "loaded over the API";
    private static final String OWN_LICENCE = "as its owner is licensed";

    private final CodeStore store;
    private final AgroalDataSource dataSource;
    private final Outbox outbox;
    private final Event<ReleasesChanged> changed;
    private final Clock clock;

    CodeReleases(
            CodeStore store, AgroalDataSource dataSource, Outbox outbox, Event<ReleasesChanged> changed, Clock clock) {
        this.store = store;
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

    /**
     * Loads a release in one transaction. The same content under the same label again changes nothing.
     *
     * @throws Problem {@code CODE_RELEASE_ROWS_INVALID}, {@code CODE_RELEASE_DIFFERS}, {@code SANDBOX_RELEASE_REFUSED}
     */
    @Transactional
    Loaded load(CodeSystem system, String label, LocalDate effectiveFrom, InputStream csv) {
        refuseSandboxInProduction(label);
        var rows = CodeCsv.read(system, csv);
        var sha256 = CompactForm.sha256(rows);
        try (var connection = dataSource.getConnection()) {
            CodeStore.lock(connection);
            var same = store.findRelease(system, label);
            if (same.isPresent()) {
                return new Loaded(requireEqual(same.get(), effectiveFrom, sha256), false);
            }
            var release = new CodeStore.NewRelease(
                    system, label, effectiveFrom, OWN_SOURCE, OWN_LICENCE, sha256, rows.size());
            var id = CodeStore.insertRelease(connection, release, clock.instant());
            CopyRows.copy(connection, id, system, rows.iterator());
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        return new Loaded(get(system, label), true);
    }

    /**
     * Makes a loaded release visible: at once and whole. One that is active already stays as it is.
     *
     * @throws Problem {@code CODE_RELEASE_NOT_FOUND}, {@code SANDBOX_RELEASE_REFUSED}
     */
    @Transactional
    CodeRelease activate(CodeSystem system, String label) {
        refuseSandboxInProduction(label);
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
        changed.fire(new ReleasesChanged(Set.of(system)));
        return active;
    }

    private CodeRelease get(CodeSystem system, String label) {
        return store.findRelease(system, label)
                .orElseThrow(() -> new Problem(
                        CodeSystemProblem.CODE_RELEASE_NOT_FOUND,
                        "%s has no release of this label".formatted(system.id())));
    }

    private static CodeRelease requireEqual(CodeRelease loaded, LocalDate effectiveFrom, String sha256) {
        if (!loaded.sha256().equals(sha256) || !loaded.effectiveFrom().equals(effectiveFrom)) {
            throw new Problem(
                    CodeSystemProblem.CODE_RELEASE_DIFFERS,
                    "The release of this label has other codes or another first day");
        }
        return loaded;
    }

    private static void refuseSandboxInProduction(String label) {
        if (isRefused(label, ConfigUtils.getProfiles())) {
            throw new Problem(CodeSystemProblem.SANDBOX_RELEASE_REFUSED, "This is not a sandbox");
        }
    }

    /** The sandbox release is for the profiles {@code local} and {@code test}. */
    static boolean isRefused(String label, List<String> profiles) {
        return label.equals(SANDBOX) && !profiles.contains("local") && !profiles.contains("test");
    }
}
