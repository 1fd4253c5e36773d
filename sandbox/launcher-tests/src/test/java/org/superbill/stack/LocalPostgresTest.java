package org.superbill.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresTest {
    private static LocalPostgres running;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        running = LocalPostgres.temporary();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void keepsItsDataOverStopKillAndCloseWithAnotherPort() throws SQLException {
        var data = folder.resolve("data");
        try (var postgres = LocalPostgres.at(data, folder.resolve("log"), FreePorts.take(), role -> "it's " + role)) {
            execute(postgres, "patient_owner", "create table kept (id int); insert into kept values (1)");
            postgres.stop();
            assertThat(postgres.isRunning()).isFalse();
            postgres.start();
            execute(postgres, "patient_owner", "insert into kept values (2)");
            postgres.kill();
            postgres.start();
            execute(postgres, "patient_owner", "insert into kept values (3)");
        }
        try (var again = LocalPostgres.at(data, folder.resolve("log"), FreePorts.take(), role -> "it's " + role)) {
            assertThat(number(again, "patient_owner", "select count(*) from kept"))
                    .isEqualTo(3);
        }
    }

    @Test
    void leavesNothingBehindWhenItIsTemporary() {
        long pid;
        Path data;
        try (var postgres = LocalPostgres.temporary()) {
            pid = postgres.pid();
            data = Path.of(show(postgres, "data_directory"));
            assertThat(data).exists();
            assertThat(show(postgres, "synchronous_commit")).isEqualTo("on");
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(data.getParent()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "coding", "billing", "gateway"})
    void letsARoleIntoItsOwnDatabaseOnly(String database) throws SQLException {
        for (var kind : new String[] {"_owner", "_service", "_relay"}) {
            var role = database + kind;
            assertThat(number(running.connect(database, role), "select 1")).isEqualTo(1);
            for (var other : Databases.NAMES) {
                if (!other.equals(database)) {
                    assertThatThrownBy(() -> running.connect(other, role)).hasMessageContaining("permission denied");
                }
            }
        }
        var held =
                "select count(*) from pg_roles where rolname like '%s\\_%%' and (rolsuper or rolcreaterole or rolcreatedb)"
                        .formatted(database);
        assertThat(number(running, database + "_owner", held)).isZero();
        var bypassing = "select count(*) from pg_roles where rolname in ('%s_service', '%s_relay') and rolbypassrls"
                .formatted(database, database);
        assertThat(number(running, database + "_owner", bypassing)).isZero();
        assertThatThrownBy(() -> execute(running, database + "_service", "create table mine (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void startsThoughTheLockOfAKilledServerNamesAnotherLivingProcess() throws Exception {
        var data = folder.resolve("data");
        try (var postgres = LocalPostgres.at(data, folder.resolve("log"), FreePorts.take(), role -> "test")) {
            postgres.kill();
            var lock = data.resolve("data/postmaster.pid");
            var lines = Files.readAllLines(lock);
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            Files.write(lock, lines);
            postgres.start();
            assertThat(postgres.isRunning()).isTrue();
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() ->
                        java.sql.DriverManager.getConnection(running.jdbcUrl("billing"), "billing_service", "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    private static void execute(LocalPostgres postgres, String role, String sql) throws SQLException {
        try (var connection = postgres.connect(role.substring(0, role.indexOf('_')), role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String show(LocalPostgres postgres, String setting) {
        try (var connection = postgres.connect("postgres", LocalPostgres.ADMIN);
                var statement = connection.createStatement();
                var row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long number(LocalPostgres postgres, String role, String sql) throws SQLException {
        return number(postgres.connect(role.substring(0, role.indexOf('_')), role), sql);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (connection;
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
