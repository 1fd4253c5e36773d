package org.superbill.billing.claim;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.edits.SameDayHistory.SentLine;

/** The SQL of what was sent, line by line. */
@ApplicationScoped
class SentLineStore {
    private static final String KEEP = """
            insert into sent_line (patient_id, service_date, claim_version_id, line_number, practitioner_id, institutional, procedure_code, modifiers, units, charge_cents, through)
            select c.patient_id, (line ->> 'serviceDate')::date, v.id, (line ->> 'lineNumber')::int,
                   coalesce(line ->> 'practitionerId', encounter ->> 'practitionerId')::uuid, coalesce(encounter ->> 'kind' = 'facility', false),
                   line ->> 'procedureCode', array(select jsonb_array_elements_text(line -> 'modifiers')), (line ->> 'units')::numeric,
                   (line ->> 'chargeCents')::bigint, (line -> 'details' ->> 'through')::date
              from claim_version v
              join claim c on c.organization_id = v.organization_id and c.id = v.claim_id
              cross join lateral (select v.facts::jsonb -> 'encounter' as encounter) facts
              cross join lateral jsonb_array_elements(encounter -> 'lines') line
             where %s
            on conflict do nothing""";

    private static final String KEEP_WRITTEN = KEEP.formatted("v.submission_id = ?");
    private static final String KEEP_TAKEN_OVER = KEEP.formatted("v.claim_id = any(?)");

    /**
     * The newest version of each claim that its payer has, or that a file brings to it: a rejected one it has not, and the one before it still stands; one with frequency 8 has taken the claim back;
     * an encounter that did not take place counts for nothing.
     */
    private static final String FIND = """
            select s.patient_id, c.encounter_id, c.id, v.claim_number, c.payer_id, s.practitioner_id, s.institutional, s.line_number, s.procedure_code, s.modifiers,
                   s.units, s.charge_cents, s.service_date, c.split, s.through
              from unnest((select ?::uuid[]), (select ?::date[]), (select ?::date[])) as wanted (patient_id, first_day, last_day)
              join sent_line s on s.patient_id = wanted.patient_id and s.service_date between wanted.first_day and wanted.last_day
              join claim_version v on v.organization_id = s.organization_id and v.id = s.claim_version_id
              join claim c on c.organization_id = v.organization_id and c.id = v.claim_id
             where not c.voided and v.frequency <> '8' and v.transport not in ('REJECTED', 'REJECTED_ENVELOPE')
               and not exists (select from claim_version later where later.organization_id = v.organization_id and later.claim_id = v.claim_id
                                  and later.version > v.version and (later.sent_at is not null or later.submission_id is not null) and later.transport not in ('REJECTED', 'REJECTED_ENVELOPE'))
             order by s.service_date, v.id, s.line_number""";

    private final AgroalDataSource dataSource;

    SentLineStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Days of a patient, both inclusive. */
    record Days(UUID patientId, LocalDate first, LocalDate last) {}

    /**
     * A line of another claim, or of this one.
     *
     * @param encounterId of the claim that carried it
     * @param part whether that claim is one of several that the encounter was parted into
     */
    record Found(UUID patientId, UUID encounterId, boolean part, SentLine line) {}

    /** The lines of the claims that a file carries; once. */
    void keep(UUID submissionId) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(KEEP_WRITTEN)) {
            statement.setObject(1, submissionId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The lines of claims that a former system has sent. */
    void keepTakenOver(Collection<UUID> claimIds) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(KEEP_TAKEN_OVER)) {
            statement.setArray(1, array(connection, "uuid", claimIds.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** With one statement, by patient. */
    Map<UUID, List<Found>> find(Collection<Days> wanted) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setArray(
                    1,
                    array(
                            connection,
                            "uuid",
                            wanted.stream().map(Days::patientId).toArray()));
            statement.setArray(
                    2,
                    array(connection, "date", wanted.stream().map(Days::first).toArray()));
            statement.setArray(
                    3, array(connection, "date", wanted.stream().map(Days::last).toArray()));
            var found = new HashMap<UUID, List<Found>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var line = found(rows);
                    found.computeIfAbsent(line.patientId(), patient -> new ArrayList<>())
                            .add(line);
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private static Found found(ResultSet row) throws SQLException {
        var modifiers = (String[]) row.getArray(10).getArray();
        return new Found(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getBoolean(14),
                new SentLine(
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getObject(6, UUID.class),
                        row.getBoolean(7),
                        row.getInt(8),
                        row.getString(9),
                        List.of(modifiers),
                        row.getBigDecimal(11),
                        row.getLong(12),
                        row.getObject(13, LocalDate.class),
                        row.getObject(15, LocalDate.class)));
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The SQL of sent lines failed with state " + e.getSQLState(), e);
    }
}
