package org.superbill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The databases of the services and who may enter them: {@code databases.sql}, which psql runs in a container and JDBC here.
 */
final class Databases {
    static final List<String> NAMES = List.of("patient", "coding", "billing", "gateway");

    private Databases() {}

    /** Creates each database with its roles {@code NAME_owner}, {@code NAME_service} and {@code NAME_relay}. */
    static void create(Connection superuser, UnaryOperator<String> passwordOfRole) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (var database : NAMES) {
                for (var command : filled(variables(database, passwordOfRole)).split(";\n")) {
                    statement.execute(command); // one by one: "create database" wants no transaction
                }
            }
        }
    }

    private static Map<String, String> variables(String database, UnaryOperator<String> passwordOfRole) {
        var variables = new TreeMap<>(Map.of("database", database));
        for (var kind : List.of("owner", "service", "relay")) {
            var role = database + "_" + kind;
            variables.put(kind, role);
            variables.put(kind + "_password", passwordOfRole.apply(role));
        }
        return variables;
    }

    /** The script with psql's {@code :"name"} and {@code :'name'} replaced as psql does it. */
    private static String filled(Map<String, String> variables) {
        var sql = script();
        for (var variable : variables.entrySet()) {
            var value = variable.getValue();
            sql = sql.replace(":\"" + variable.getKey() + "\"", '"' + value.replace("\"", "\"\"") + '"')
                    .replace(":'" + variable.getKey() + "'", '\'' + value.replace("'", "''") + '\'');
        }
        return sql;
    }

    private static String script() {
        try (var in = Resources.open("databases.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
