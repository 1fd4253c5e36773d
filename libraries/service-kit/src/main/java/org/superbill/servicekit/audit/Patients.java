package org.superbill.servicekit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whose the things are that a call was about. */
@ApplicationScoped
class Patients {
    private final AgroalDataSource database;
    private final int tables;
    private final String select;

    Patients(AgroalDataSource database, @All List<PatientRows> rows) {
        this.database = database;
        tables = rows.size();
        select = rows.stream()
                .map(table -> table.query().replace(":ids", "(select ?)::uuid[]")) // one plan for any number of ids
                .collect(Collectors.joining(" union "));
    }

    /** One statement in the current transaction, whatever the ids are of. */
    Set<UUID> of(Collection<UUID> ids) {
        var patients = new LinkedHashSet<UUID>();
        if (ids.isEmpty() || tables == 0) {
            return patients;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(select)) {
            var asked = connection.createArrayOf("uuid", ids.toArray());
            for (var table = 1; table <= tables; table++) {
                statement.setArray(table, asked);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    patients.add(rows.getObject(1, UUID.class));
                }
            }
            return patients;
        } catch (SQLException e) {
            throw new IllegalStateException("It cannot be read whose data a call was about", e);
        }
    }
}
