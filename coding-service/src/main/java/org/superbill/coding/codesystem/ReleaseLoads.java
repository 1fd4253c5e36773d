package org.superbill.coding.codesystem;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;

/** Loads a release in the transaction of a connection, and says what it changes; the same content under the same label again changes nothing. */
@ApplicationScoped
public class ReleaseLoads {
    private final CodeStore store;
    private final Clock clock;

    ReleaseLoads(CodeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A release as a file has it.
     *
     * @param rows in the order of the file; the headers above codes may come unplaced
     */
    public record Candidate(
            CodeSystem system,
            String label,
            LocalDate effectiveFrom,
            String source,
            String licence,
            List<CodeRow> rows) {
        public Candidate {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What loading a release led to, or would.
     *
     * @param isNew false when it had been loaded with this content: nothing changes
     * @param comparedWith the label of the release that is in force before its first day, its own where it is not new; null for the first
     */
    public record Outcome(
            Candidate candidate,
            boolean isNew,
            boolean active,
            @Nullable String comparedWith,
            ReleaseDiff diff) {}

    /**
     * @param preview true to compare only
     * @throws Problem {@code CODE_RELEASE_DIFFERS}, {@code SANDBOX_RELEASE_REFUSED}
     */
    public Outcome load(Connection connection, Candidate candidate, boolean preview) throws SQLException {
        SandboxRelease.refuseInProduction(candidate.label(), ConfigUtils.getProfiles());
        var sha256 = CompactForm.sha256(candidate.rows());
        CodeStore.lock(connection);
        var same = store.findRelease(candidate.system(), candidate.label());
        if (same.isPresent()) {
            requireEqual(same.get(), candidate.effectiveFrom(), sha256);
            return new Outcome(candidate, false, same.get().active(), candidate.label(), ReleaseDiff.NONE);
        }
        var before = predecessor(candidate);
        var diff = ReleaseDiff.between(
                candidate.system(),
                before.isPresent() ? CodeStore.rows(connection, before.get().id()) : Map.of(),
                candidate.rows());
        if (!preview) {
            var release = new CodeStore.NewRelease(
                    candidate.system(),
                    candidate.label(),
                    candidate.effectiveFrom(),
                    candidate.source(),
                    candidate.licence(),
                    sha256,
                    candidate.rows().size());
            var id = CodeStore.insertRelease(connection, release, clock.instant());
            CopyRows.copy(connection, id, candidate.system(), candidate.rows().iterator());
        }
        return new Outcome(
                candidate, true, false, before.map(CodeRelease::label).orElse(null), diff);
    }

    /** One load at a time over all replicas, until the transaction ends. */
    public void lock(Connection connection) throws SQLException {
        CodeStore.lock(connection);
    }

    /** The rows of a release that is loaded, by code; empty when none has this label. */
    public Optional<Map<String, CodeRow>> loaded(Connection connection, CodeSystem system, String label)
            throws SQLException {
        var release = store.findRelease(system, label);
        return release.isEmpty()
                ? Optional.empty()
                : Optional.of(CodeStore.rows(connection, release.get().id()));
    }

    private Optional<CodeRelease> predecessor(Candidate candidate) {
        var active = store.activeReleases().of(candidate.system());
        return active.before(new CodeRelease(
                Long.MAX_VALUE,
                candidate.system(),
                candidate.label(),
                candidate.effectiveFrom(),
                "",
                "",
                "",
                0,
                clock.instant(),
                null));
    }

    private static void requireEqual(CodeRelease loaded, LocalDate effectiveFrom, String sha256) {
        if (!loaded.sha256().equals(sha256) || !loaded.effectiveFrom().equals(effectiveFrom)) {
            throw new Problem(
                    CodeSystemProblem.CODE_RELEASE_DIFFERS,
                    "The release %s of %s is loaded with other codes or another first day"
                            .formatted(loaded.label(), loaded.system().id()));
        }
    }
}
