package org.superbill.billing.feeschedule;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of fee schedules. */
@ApplicationScoped
class FeeScheduleStore {
    private static final String INSERT = """
            insert into fee_schedule (id, name, payer_id, effective_from, effective_to) values (?, ?, ?::uuid, ?, ?::date)
            on conflict on constraint fee_schedule_once do nothing""";
    private static final String UPDATE = """
            update fee_schedule set name = ?, payer_id = ?::uuid, effective_from = ?, effective_to = ?::date, revision = revision + 1
             where id = ?""";
    private static final String COLUMNS = """
            select s.id, s.name, s.payer_id, s.effective_from, s.effective_to, s.revision,
                   (select count(*) from fee_schedule_fee f where f.organization_id = s.organization_id and f.schedule_id = s.id)
              from fee_schedule s""";
    private static final String FEES = """
            select procedure_code, modifiers, amount_cents, per_unit from fee_schedule_fee
             where schedule_id = ? order by procedure_code, modifiers""";
    private static final String IN_FORCE = """
            select s.id, s.name, s.payer_id, s.effective_from, s.effective_to, f.procedure_code, f.modifiers, f.amount_cents, f.per_unit
              from fee_schedule s
              join fee_schedule_fee f on f.organization_id = s.organization_id and f.schedule_id = s.id
             where (s.payer_id is null or s.payer_id = ?::uuid) and s.effective_from <= ? and (s.effective_to is null or s.effective_to >= ?)
               and f.procedure_code = any(?)""";

    private final AgroalDataSource dataSource;

    FeeScheduleStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A fee with the schedule that it stands in. */
    record Candidate(
            UUID scheduleId,
            String name,
            @Nullable UUID payerId,
            LocalDate from,
            @Nullable LocalDate to,
            PricedCode price) {}

    /** @return false when there is one of this name from this day */
    boolean insert(UUID id, FeeScheduleDetails details) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            statement.setString(2, details.name());
            statement.setObject(3, details.payerId());
            statement.setObject(4, details.effectiveFrom());
            statement.setObject(5, details.effectiveTo());
            if (statement.executeUpdate() == 0) {
                return false;
            }
            insertFees(connection, id, details.fees());
            return true;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** It is locked. @return false when there is another one of this name from this day */
    boolean replace(UUID id, FeeScheduleDetails details) {
        try (var connection = dataSource.getConnection()) {
            if (existsAnother(connection, id, details)) {
                return false;
            }
            try (var statement = connection.prepareStatement(UPDATE)) {
                statement.setString(1, details.name());
                statement.setObject(2, details.payerId());
                statement.setObject(3, details.effectiveFrom());
                statement.setObject(4, details.effectiveTo());
                statement.setObject(5, id);
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement("delete from fee_schedule_fee where schedule_id = ?")) {
                statement.setObject(1, id);
                statement.executeUpdate();
            }
            insertFees(connection, id, details.fees());
            return true;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static boolean existsAnother(Connection connection, UUID id, FeeScheduleDetails details)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "select 1 from fee_schedule where name = ? and effective_from = ? and id <> ?")) {
            statement.setString(1, details.name());
            statement.setObject(2, details.effectiveFrom());
            statement.setObject(3, id);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void insertFees(Connection connection, UUID id, List<PricedCode> fees) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into fee_schedule_fee (schedule_id, procedure_code, modifiers, amount_cents, per_unit)
                select ?, u.* from unnest(?::text[], ?::text[], ?::bigint[], ?::boolean[]) u""")) {
            statement.setObject(1, id);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", fees.stream().map(PricedCode::procedureCode).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", fees.stream().map(PricedCode::modifierKey).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", fees.stream().map(PricedCode::amountCents).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "boolean",
                            fees.stream()
                                    .map(fee -> !Boolean.FALSE.equals(fee.perUnit()))
                                    .toArray()));
            statement.executeUpdate();
        }
    }

    List<FeeSchedule> list(UUID after, int limit) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(COLUMNS + " where s.id > ? order by s.id limit ?")) {
            statement.setObject(1, after);
            statement.setInt(2, limit);
            var found = new ArrayList<FeeSchedule>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(schedule(rows, null));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @param lock to change it */
    Optional<FeeSchedule> find(UUID id, boolean lock) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(COLUMNS + " where s.id = ?" + (lock ? " for update of s" : ""))) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(schedule(rows, fees(connection, id))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static List<PricedCode> fees(Connection connection, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(FEES)) {
            statement.setObject(1, id);
            var fees = new ArrayList<PricedCode>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    fees.add(PricedCode.stored(
                            rows.getString(1), rows.getString(2), rows.getLong(3), rows.getBoolean(4)));
                }
            }
            return fees;
        }
    }

    private static FeeSchedule schedule(ResultSet row, @Nullable List<PricedCode> fees) throws SQLException {
        return new FeeSchedule(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getInt(7),
                fees,
                row.getLong(6));
    }

    /** The fees of these procedures in schedules that are in force on some of the days, in one statement. */
    List<Candidate> inForce(@Nullable UUID payerId, LocalDate first, LocalDate last, Collection<String> procedures) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(IN_FORCE)) {
            statement.setObject(1, payerId);
            statement.setObject(2, last);
            statement.setObject(3, first);
            statement.setArray(4, connection.createArrayOf("text", procedures.toArray()));
            var found = new ArrayList<Candidate>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Candidate(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getObject(3, UUID.class),
                            rows.getObject(4, LocalDate.class),
                            rows.getObject(5, LocalDate.class),
                            PricedCode.stored(
                                    rows.getString(6), rows.getString(7), rows.getLong(8), rows.getBoolean(9))));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The fee schedules' SQL failed with state " + e.getSQLState(), e);
    }
}
