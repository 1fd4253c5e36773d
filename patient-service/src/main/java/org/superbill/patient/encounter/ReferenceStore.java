package org.superbill.patient.encounter;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the registers know of what an encounter names: asked of all of them in one round trip, for every registration does. */
@ApplicationScoped
class ReferenceStore {
    private static final String COVERAGES = """
                array(select id from coverage where patient_id = ? and effective_from <= ? and coalesce(effective_to, 'infinity') >= ?
                       order by sequence)""";
    private static final String SELECT = """
            select (select birth_date from patient where id = ?),
                exists (select from practitioner where id = ?),
                exists (select from location where id = ?),""" + COVERAGES;

    private final AgroalDataSource database;

    ReferenceStore(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * What the caller's organization has.
     *
     * @param birthDate null when there is no such patient
     * @param coverages the patient's on the day of the encounter, primary first
     */
    record Known(@Nullable LocalDate birthDate, boolean hasPractitioner, boolean hasLocation, List<UUID> coverages) {}

    Known known(EncounterDetails details) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setObject(1, details.patientId());
            select.setObject(2, details.practitionerId());
            select.setObject(3, details.locationId());
            select.setObject(4, details.patientId());
            select.setObject(5, details.serviceDate());
            select.setObject(6, details.serviceDate());
            try (var row = select.executeQuery()) {
                row.next();
                return new Known(row.getObject(1, LocalDate.class), row.getBoolean(2), row.getBoolean(3), ids(row, 4));
            }
        } catch (SQLException e) {
            throw cannotBeAsked(e);
        }
    }

    /** The patient's on a day, primary first. */
    List<UUID> coverages(UUID patientId, LocalDate day) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select " + COVERAGES)) {
            select.setObject(1, patientId);
            select.setObject(2, day);
            select.setObject(3, day);
            try (var row = select.executeQuery()) {
                row.next();
                return ids(row, 1);
            }
        } catch (SQLException e) {
            throw cannotBeAsked(e);
        }
    }

    private static List<UUID> ids(ResultSet row, int column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }

    private static IllegalStateException cannotBeAsked(SQLException e) {
        return new IllegalStateException("The registers cannot be asked", e);
    }
}
