package org.superbill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL 17 with the databases {@code patient}, {@code coding}, {@code billing} and {@code gateway}. Each has the roles
 * {@code NAME_owner} (owns it and migrates), {@code NAME_service} and {@code NAME_relay}; no role can connect to another's database.
 * It commits to the disk before it answers ({@code synchronous_commit=on}); a temporary one leaves the disk's cache unflushed.
 */
public final class LocalPostgres implements AutoCloseable {
    /** The superuser. */
    public static final String ADMIN = "postgres";

    private static final Duration START = Duration.ofSeconds(60);

    private static final String WRONG_PASSWORD = "28P01";
    private static final int SCRAM_ITERATIONS = 4096; // PostgreSQL's own

    private final Path folder;
    private final Path data;
    private final Path log;
    private final int port;
    private final boolean temporary;
    private final int scramIterations;
    private final UnaryOperator<String> passwordOfRole;
    private final Thread atExit = new Thread(this::close, "stop-postgres");
    private volatile @Nullable Child server;

    private LocalPostgres(
            Path folder,
            Path log,
            int port,
            boolean temporary,
            int scramIterations,
            UnaryOperator<String> passwordOfRole) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.log = log;
        this.port = port;
        this.temporary = temporary;
        this.scramIterations = scramIterations;
        this.passwordOfRole = passwordOfRole;
    }

    /** A running server with every password {@code test} on a free port; {@link #close} deletes it. */
    public static LocalPostgres temporary() {
        try {
            var folder = Files.createTempDirectory("superbill-postgres");
            var postgres = test(folder, true);
            PostgresTemplate.copyTo(folder);
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A running server on the data in this folder, which is made when it is not there.
     * @param passwordOfRole gives the password of {@value #ADMIN} and of each {@code NAME_owner}, {@code NAME_service} and
     *     {@code NAME_relay}; the same at each start on the same folder
     * @throws StackException when it does not start
     */
    public static LocalPostgres at(Path folder, Path log, int port, UnaryOperator<String> passwordOfRole) {
        var postgres = stopped(folder, log, port, passwordOfRole);
        postgres.start();
        return postgres;
    }

    static LocalPostgres stopped(Path folder, Path log, int port, UnaryOperator<String> passwordOfRole) {
        return new LocalPostgres(folder.toAbsolutePath(), log, port, false, SCRAM_ITERATIONS, passwordOfRole);
    }

    /** A stopped server with every password {@code test}, which nobody need protect: tests connect hundreds of times. */
    static LocalPostgres test(Path folder, boolean temporary) {
        return new LocalPostgres(
                folder, folder.resolve("postgres.log"), FreePorts.take(), temporary, 1, role -> "test");
    }

    public int port() {
        return port;
    }

    /** The JDBC address of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** A connection as this role. */
    public Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), role, passwordOfRole.apply(role));
    }

    public boolean isRunning() {
        var child = server;
        return child != null && child.isAlive();
    }

    /** The process id of the server. @throws IllegalStateException when it does not run */
    public long pid() {
        return child().pid();
    }

    Child child() {
        var child = server;
        if (child == null) {
            throw new IllegalStateException("PostgreSQL is stopped");
        }
        return child;
    }

    Startable startable() {
        return new Startable(this::start, this::stop, this::kill, () -> Optional.ofNullable(server));
    }

    /** Starts the server again on the same port and data, if it does not run. @throws StackException when it does not start */
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        var programs = PostgresPrograms.unpacked();
        try {
            if (server == null && temporary) {
                Runtime.getRuntime().addShutdownHook(atExit);
            }
            var isNew = !Files.exists(data.resolve("PG_VERSION"));
            if (isNew) {
                initialize(programs);
            } else {
                removeStaleLock();
            }
            server = launch(programs);
            child().awaitReady(this::accepts, START);
            if (!Files.exists(databasesMade())) {
                try (var superuser = connect(ADMIN, ADMIN)) {
                    Databases.create(superuser, passwordOfRole);
                }
                Files.createFile(databasesMade());
            }
        } catch (IOException | SQLException e) {
            throw new StackException("PostgreSQL cannot be set up in %s: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** Ends the server in order, without waiting for its clients. */
    public void stop() {
        var child = server;
        if (child != null) {
            child.interrupt();
        }
    }

    /** Ends the server as a power cut would (SIGKILL to it and to its workers). */
    public void kill() {
        var child = server;
        if (child != null) {
            child.kill();
        }
    }

    /** Stops the server; a temporary one is deleted. */
    @Override
    public void close() {
        stop();
        if (temporary) {
            try {
                Directories.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ShutdownHooks.remove(atExit);
        }
    }

    private Path databasesMade() {
        return folder.resolve("databases-made");
    }

    private void initialize(PostgresPrograms programs) throws IOException {
        Directories.delete(data); // what a broken-off attempt left
        Files.deleteIfExists(databasesMade());
        Files.createDirectories(data);
        programs.handOver(folder);
        var password = Files.createTempFile("superbill", ".password");
        try {
            Files.writeString(password, passwordOfRole.apply(ADMIN));
            programs.handOver(password);
            var initdb = Child.start(
                    "initdb",
                    programs.command(
                            "initdb",
                            List.of(
                                    "--pgdata=" + data,
                                    "--username=" + ADMIN,
                                    "--pwfile=" + password,
                                    "--auth=scram-sha-256",
                                    "--set=scram_iterations=" + scramIterations,
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--locale=C",
                                    "--builtin-locale=C.UTF-8",
                                    "--no-sync",
                                    "--no-instructions")),
                    Map.of(),
                    log);
            if (initdb.awaitExit(START) != 0) {
                throw new StackException("PostgreSQL cannot make its data folder %s; see %s".formatted(data, log));
            }
        } finally {
            Files.delete(password);
        }
    }

    /** The lock of a server that was killed names a process id which, after the machine's restart, may be anybody's. */
    private void removeStaleLock() throws IOException {
        var lock = data.resolve("postmaster.pid");
        if (Files.exists(lock)) {
            var pid = Long.parseLong(Files.readAllLines(lock).get(0).strip());
            var isServer = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .filter(command -> command.endsWith("/postgres"));
            if (isServer.isEmpty()) {
                Files.delete(lock);
            }
        }
    }

    private Child launch(PostgresPrograms programs) {
        var settings = List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "synchronous_commit=on",
                "fsync=" + (temporary ? "off" : "on"),
                "full_page_writes=" + (temporary ? "off" : "on"),
                "max_connections=200",
                "shared_buffers=256MB",
                "max_wal_size=2GB",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_error_verbosity=terse",
                "log_min_error_statement=panic"); // a failed statement would carry its data into the log
        var arguments = new java.util.ArrayList<>(List.of("-D", data.toString()));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return Child.start("PostgreSQL", programs.command("postgres", arguments), Map.of(), log);
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1000);
        } catch (IOException e) {
            return false;
        }
        try (var connection = connect(ADMIN, ADMIN)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new StackException(
                        "The data in %s were made with other passwords: start anew, or bring back their secrets"
                                .formatted(folder));
            }
            return false; // it is starting up
        }
    }
}
