package org.superbill.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The state of a PostgreSQL that has been started and stopped once, with every password {@code test}: made once per user and version,
 * and copied for each temporary server, which so begins a second or two earlier.
 */
final class PostgresTemplate {
    private static final Duration SYNC = Duration.ofSeconds(60);

    private PostgresTemplate() {}

    /** @param folder of a server that has never been started */
    static void copyTo(Path folder) throws IOException {
        var programs = PostgresPrograms.unpacked();
        var template = programs.kept("test-quick-" + version());
        Directories.makeOnce(template, partial -> make(programs, partial));
        Directories.copy(template.resolve("data"), folder.resolve("data"));
        Directories.copy(template.resolve("databases-made"), folder.resolve("databases-made"));
        programs.handOver(folder);
    }

    private static void make(PostgresPrograms programs, Path partial) {
        var log = partial.resolve("postgres.log");
        var postgres = LocalPostgres.test(partial, false);
        postgres.start();
        postgres.stop();
        var data = "--pgdata=" + partial.resolve("data");
        var sync = Child.start("initdb", programs.command("initdb", List.of("--sync-only", data)), Map.of(), log);
        if (sync.awaitExit(SYNC) != 0) {
            throw new StackException("PostgreSQL cannot keep its template in %s; see %s".formatted(partial, log));
        }
    }

    /** Of what the databases begin with. */
    private static String version() throws IOException {
        try (var script = Resources.open("databases.sql")) {
            var sum = new CRC32();
            sum.update(script.readAllBytes());
            return Long.toHexString(sum.getValue());
        }
    }
}
