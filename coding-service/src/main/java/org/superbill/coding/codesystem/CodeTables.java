package org.superbill.coding.codesystem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.problem.Problem;

/** Tables of facts about codes: replacements and maps, each edition whole. Of replacements the newest edition is read, of maps the one in force on the day. */
@ApplicationScoped
public class CodeTables {
    private static final int LONGEST_CHAIN = 6;

    private final CodeTableStore store;

    CodeTables(CodeTableStore store) {
        this.store = store;
    }

    /** What loading an edition led to, or would: rows that the newest edition before it does not have, and rows that it no longer has. */
    public record Outcome(int added, int deleted, boolean changed) {}

    /**
     * @param system of the codes replaced
     * @throws Problem {@code CODE_RELEASE_DIFFERS}
     */
    public Outcome loadReplacements(
            Connection connection, CodeTable table, CodeSystem system, List<Replacement> rows, boolean preview)
            throws SQLException {
        CodeStore.lock(connection);
        var outcome = compare(
                table,
                rows,
                store.newest(table.kind())
                        .map(newest -> store.replacements(newest.id()))
                        .orElse(List.of()));
        if (outcome.changed() && !preview) {
            CodeTableStore.copyReplacements(
                    connection, store.insert(connection, table, sha256(rows), rows.size()), system, rows);
        }
        return outcome;
    }

    /** @throws Problem {@code CODE_RELEASE_DIFFERS} */
    public Outcome loadMap(Connection connection, CodeTable table, List<CodeMapping> rows, boolean preview)
            throws SQLException {
        CodeStore.lock(connection);
        var outcome = compare(
                table,
                rows,
                store.newest(table.kind())
                        .map(newest -> store.mappings(newest.id()))
                        .orElse(List.of()));
        if (outcome.changed() && !preview) {
            CodeTableStore.copyMap(connection, store.insert(connection, table, sha256(rows), rows.size()), rows);
        }
        return outcome;
    }

    /**
     * What took the place of a code, as of a day: where that was replaced too, what took its place.
     *
     * @param code stored form
     * @param usable whether a code, stored form, may be used on that day
     * @return in the order of the table; empty when the table knows nothing, or none is loaded
     */
    List<Replacement> replacementsOf(CodeSystem system, String code, Predicate<String> usable) {
        var table = store.newest(tableOf(system));
        if (table.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Replacement>();
        var asked = new ArrayList<>(List.of(code));
        for (var i = 0; i < asked.size() && asked.size() < LONGEST_CHAIN * LONGEST_CHAIN; i++) {
            for (var next : store.replacementsOf(table.get().id(), system, asked.get(i))) {
                if (usable.test(next.replacedBy())) {
                    found.add(next);
                } else if (!asked.contains(next.replacedBy())) {
                    asked.add(next.replacedBy());
                }
            }
        }
        return found;
    }

    /** What a new code was coded as before it was there. @param code stored form */
    List<Replacement> replacedBy(CodeSystem system, String code) {
        return store.newest(tableOf(system))
                .map(table -> store.replacedBy(table.id(), system, code))
                .orElse(List.of());
    }

    /** The rows of a map for a code, stored form. */
    List<CodeMapping> mappingsOf(CodeTableStore.Loaded map, String code) {
        return store.mappingsOf(map.id(), code);
    }

    Optional<CodeTableStore.Loaded> newest(String kind) {
        return store.newest(kind);
    }

    /** The newest edition of a kind that has begun by a day. */
    Optional<CodeTableStore.Loaded> inForce(String kind, LocalDate on) {
        return store.inForce(kind, on);
    }

    /** All editions, newest first. */
    List<CodeTable> list() {
        return store.all().stream().map(CodeTableStore.Loaded::table).toList();
    }

    /** @throws Problem {@code CODE_RELEASE_NOT_FOUND}, {@code CODE_RELEASE_SHIPS} */
    @Transactional
    CodeTable rollBack(String kind, String release) {
        if (ShippedReplacements.is(kind, release)) {
            throw new Problem(CodeSystemProblem.CODE_RELEASE_SHIPS, "It ships with the service");
        }
        var loaded = store.find(kind, release)
                .orElseThrow(() -> new Problem(
                        CodeSystemProblem.CODE_RELEASE_NOT_FOUND, "No table of this kind has such an edition"));
        store.takeBack(loaded.id());
        return loaded.table();
    }

    private static String tableOf(CodeSystem system) {
        return system.id() + "-conversion";
    }

    private <T> Outcome compare(CodeTable table, List<T> rows, List<T> before) {
        var same = store.find(table.kind(), table.release());
        if (same.isPresent() && !same.get().sha256().equals(sha256(rows))) {
            throw new Problem(
                    CodeSystemProblem.CODE_RELEASE_DIFFERS,
                    "The edition %s of %s is loaded with other rows".formatted(table.release(), table.kind()));
        }
        if (same.isPresent()) {
            return new Outcome(0, 0, false);
        }
        Map<T, Integer> gone = new HashMap<>();
        before.forEach(row -> gone.merge(row, 1, Integer::sum));
        var added = 0;
        for (var row : rows) {
            if (gone.getOrDefault(row, 0) == 0) {
                added++;
            } else {
                gone.merge(row, -1, Integer::sum);
            }
        }
        return new Outcome(
                added, gone.values().stream().mapToInt(Integer::intValue).sum(), true);
    }

    private static String sha256(List<?> rows) {
        var text = new StringBuilder();
        rows.forEach(row -> text.append(row).append('\n'));
        return Sha256.hex(text.toString());
    }
}
