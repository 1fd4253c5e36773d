package org.superbill.billing.schedule;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every statement of schedules. An organization has one for some of its payers. */
@ApplicationScoped
class ScheduleStore {
    private static final String COLUMNS = """
            select payer_id, submits_clean_claims, send_at, send_on, next_at, inquire_after_days, inquire_every_days, revision
              from submission_schedule""";
    private static final String PUT = """
            insert into submission_schedule (payer_id, submits_clean_claims, send_at, send_on, next_at, inquire_after_days,
                inquire_every_days, revision)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (organization_id, payer_id) do update set submits_clean_claims = excluded.submits_clean_claims,
                send_at = excluded.send_at, send_on = excluded.send_on, next_at = excluded.next_at,
                inquire_after_days = excluded.inquire_after_days, inquire_every_days = excluded.inquire_every_days,
                revision = excluded.revision""";

    private final AgroalDataSource dataSource;

    ScheduleStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<Schedule> all() {
        return query(COLUMNS + " order by payer_id", statement -> {});
    }

    Optional<Schedule> find(UUID payerId) {
        return query(COLUMNS + " where payer_id = ?", statement -> statement.setObject(1, payerId)).stream()
                .findFirst();
    }

    Optional<Schedule> findLocked(UUID payerId) {
        return query(COLUMNS + " where payer_id = ? for update", statement -> statement.setObject(1, payerId)).stream()
                .findFirst();
    }

    void put(Schedule schedule) {
        run(PUT, statement -> {
            statement.setObject(1, schedule.payerId());
            statement.setBoolean(2, schedule.submitsCleanClaims());
            statement.setString(3, schedule.sendTimes().timesText());
            statement.setString(4, schedule.sendTimes().daysText());
            statement.setObject(5, utc(schedule.nextAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(6, schedule.inquireAfterDays(), Types.INTEGER);
            statement.setObject(7, schedule.inquireEveryDays(), Types.INTEGER);
            statement.setLong(8, schedule.revision());
        });
    }

    /** Moves it on unless somebody has set it meanwhile. */
    void moveOn(UUID payerId, Instant from, @Nullable Instant to) {
        run("update submission_schedule set next_at = ? where payer_id = ? and next_at = ?", statement -> {
            statement.setObject(1, utc(to), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(2, payerId);
            statement.setObject(3, utc(from));
        });
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private void run(String sql, Binding binding) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private List<Schedule> query(String sql, Binding binding) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            var found = new ArrayList<Schedule>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Schedule read(ResultSet row) throws SQLException {
        var nextAt = row.getObject(5, OffsetDateTime.class);
        return new Schedule(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                SendTimes.read(row.getString(3), row.getString(4)),
                nextAt == null ? null : nextAt.toInstant(),
                row.getObject(6, Integer.class),
                row.getObject(7, Integer.class),
                row.getLong(8));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The schedules' SQL failed with state " + e.getSQLState(), e);
    }
}
