package org.superbill.coding.codefact;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactRow;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.problem.Problem;

/** The editions of facts: loaded whole, never edited, taken back when they were loaded by mistake. */
@ApplicationScoped
class FactEditions {
    private final FactStore store;
    private final AgroalDataSource dataSource;
    private final Event<FactsChanged> changed;
    private final Clock clock;

    FactEditions(FactStore store, AgroalDataSource dataSource, Event<FactsChanged> changed, Clock clock) {
        this.store = store;
        this.dataSource = dataSource;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * What loading an edition led to, or would.
     *
     * @param added facts that the newest other edition of its kind does not have
     * @param deleted facts that it no longer has; of a tabular list, of the entries that it has
     * @param changed false when it was in use before
     * @param note how much of that edition goes on holding beside it; null for nothing
     */
    record Outcome(
            List<FactRow> added,
            List<FactRow> deleted,
            boolean changed,
            @Nullable String note) {}

    /**
     * In the caller's transaction. The same content under the same label again changes nothing; when it was withdrawn it is in use again.
     *
     * @param preview true to compare and write nothing
     * @throws Problem {@code CODE_FACTS_DIFFER}
     */
    Outcome load(Connection connection, Edition edition, String licence, boolean preview) throws SQLException {
        FactStore.lock(connection);
        var sha256 = sha256(edition);
        var same = FactStore.find(connection, edition.kind(), edition.label());
        if (same.isPresent() && !same.get().sha256().equals(sha256)) {
            throw new Problem(
                    CodeFactProblem.CODE_FACTS_DIFFER,
                    "The edition %s of %s has other content".formatted(edition.label(), edition.kind()));
        }
        if (same.isPresent() && same.get().inUse()) {
            return new Outcome(List.of(), List.of(), false, null);
        }
        var outcome = compare(connection, edition);
        if (!preview) {
            if (same.isPresent()) {
                FactStore.withdraw(connection, same.get().id(), null);
            } else {
                FactStore.insert(connection, edition, licence, sha256, clock.instant());
            }
            changed.fire(new FactsChanged());
        }
        return outcome;
    }

    /** By kind, newest first. */
    List<LoadedEdition> list() {
        try {
            return store.editions();
        } catch (SQLException e) {
            throw new FactStoreException(e);
        }
    }

    /** Those in use, with their rows. */
    Edition read(LoadedEdition edition) {
        try {
            return store.read(edition);
        } catch (SQLException e) {
            throw new FactStoreException(e);
        }
    }

    /**
     * As if it had not been loaded: what was loaded is gone with every row. One that ships would be loaded again at the next start; it stays, marked, and nothing reads
     * it. One that is marked already stays so.
     *
     * @return the edition as it was, no longer in use
     * @throws Problem {@code CODE_FACTS_NOT_FOUND}
     */
    @Transactional
    LoadedEdition rollBack(String kind, String label) {
        try (var connection = dataSource.getConnection()) {
            FactStore.lock(connection);
            var edition = get(connection, kind, label);
            var withdrawn = edition.inUse() ? edition.withdrawn(clock.instant()) : edition;
            if (!ShippedEditions.ships(edition)) {
                FactStore.takeBack(connection, edition.id());
            } else if (edition.inUse()) {
                FactStore.withdraw(connection, edition.id(), withdrawn.withdrawnAt());
            }
            changed.fire(new FactsChanged());
            return withdrawn;
        } catch (SQLException e) {
            throw new FactStoreException(e);
        }
    }

    private static LoadedEdition get(Connection connection, String kind, String label) throws SQLException {
        return FactStore.find(connection, kind, label)
                .orElseThrow(() ->
                        new Problem(CodeFactProblem.CODE_FACTS_NOT_FOUND, "No edition of this kind has this label"));
    }

    private static Outcome compare(Connection connection, Edition edition) throws SQLException {
        Optional<LoadedEdition> newest = FactStore.editions(connection).stream()
                .filter(other -> other.kind().equals(edition.kind()) && other.inUse())
                .findFirst();
        if (newest.isEmpty()) {
            return compare(edition.rows(), List.of(), null);
        }
        var before = FactStore.read(connection, newest.get()).rows();
        return edition.kind().equals(TabularXmlFile.KIND)
                ? compareEntries(edition.rows(), before, newest.get().label())
                : compare(edition.rows(), before, null);
    }

    /** A tabular list speaks of the entries that it has; of the others those before it do. */
    private static Outcome compareEntries(List<FactRow> rows, List<FactRow> before, String label) {
        var subjects = rows.stream().map(FactRow::subject).collect(Collectors.toSet());
        var others = before.stream()
                .map(FactRow::subject)
                .filter(subject -> !subjects.contains(subject))
                .collect(Collectors.toSet());
        return compare(
                rows,
                before.stream().filter(row -> subjects.contains(row.subject())).toList(),
                others.isEmpty()
                        ? null
                        : "%d chapters, blocks and codes of the list %s are not in this one: its notes hold for those of them that are still valid"
                                .formatted(others.size(), label));
    }

    private static Outcome compare(List<FactRow> rows, List<FactRow> before, @Nullable String note) {
        return new Outcome(without(rows, before), without(before, rows), true, note);
    }

    /** The rows of which others do not have as many. */
    private static List<FactRow> without(List<FactRow> rows, List<FactRow> others) {
        Map<FactRow, Integer> there = new HashMap<>();
        others.forEach(row -> there.merge(row, 1, Integer::sum));
        return rows.stream()
                .filter(row -> there.merge(row, -1, Integer::sum) < 0)
                .toList();
    }

    static String sha256(Edition edition) {
        return Sha256.hex(edition.text());
    }
}
