package org.superbill.patient.encounter;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.superbill.patient.encounter.EncounterProblem.ENCOUNTER_NOT_FOUND;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.encounter.Progress.Claim;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/**
 * The SQL of news: plain and for many encounters at once, since each of them is told of eight times on its way to money. In the
 * transaction of the caller.
 */
@ApplicationScoped
class ProgressStore {
    /** In the order of the ids, so that two who lock the same ones wait for each other and no more. */
    private static final String LOCK = """
            select id, status, version, submitted_at,
                array(select (service ->> 'lineNumber')::int from jsonb_array_elements(services) service
                       where coalesce(service ->> 'billedBy', 'professional') = 'professional')
              from encounter where id = any((select ?)::uuid[]) order by id for no key update""";

    private static final String CLAIMS =
            "select encounter_id, claim_id, settled, as_of from encounter_claim where encounter_id = any((select ?)::uuid[])";

    private static final String WRITE = """
            with moved as (
                update encounter set status = given.status, submitted_at = given.submitted_at, revision = revision + 1
                  from unnest((select ?::uuid[]), (select ?::text[]), (select ?::text[]::timestamptz[])) as given (id, status, submitted_at)
                 where encounter.id = given.id),
            told as (
                insert into encounter_claim (organization_id, encounter_id, claim_id, settled, as_of)
                select ?, given.* from unnest(
                    (select ?::uuid[]), (select ?::uuid[]), (select ?::boolean[]), (select ?::text[]::timestamptz[])) given
                on conflict (organization_id, claim_id, encounter_id) do update set settled = excluded.settled, as_of = excluded.as_of)
            insert into journey_step (organization_id, id, encounter_id, at, step, detail, claim_id, event_id)
            select ?, given.* from unnest(
                (select ?::uuid[]), (select ?::uuid[]), (select ?::text[]::timestamptz[]), (select ?::text[]), (select ?::text[]),
                (select ?::uuid[]), (select ?::uuid[])) given""";

    private final AgroalDataSource database;
    private final CurrentOrganization organization;

    ProgressStore(AgroalDataSource database, CurrentOrganization organization) {
        this.database = database;
        this.organization = organization;
    }

    /**
     * Nobody else changes them until the transaction ends.
     *
     * @return by encounter, without their claims
     * @throws Problem {@code ENCOUNTER_NOT_FOUND} when one of them is missing
     */
    Map<UUID, Progress> locked(Collection<UUID> encounterIds) {
        var wanted = encounterIds.stream().distinct().toArray();
        var found =
                list(LOCK, wanted, ProgressStore::progress).stream().collect(toMap(Progress::encounterId, identity()));
        if (found.size() < wanted.length) {
            throw new Problem(ENCOUNTER_NOT_FOUND, "There is no encounter with this id");
        }
        return found;
    }

    /** As {@link #locked}, with their claims, which are read when nobody else can change them any more. */
    Map<UUID, Progress> lockedWithClaims(Collection<UUID> encounterIds) {
        var found = locked(encounterIds);
        list(CLAIMS, found.keySet().toArray(), row -> {
            var encounter = Objects.requireNonNull(found.get(row.getObject(1, UUID.class)));
            encounter.knows(new Claim(
                    row.getObject(2, UUID.class),
                    row.getBoolean(3),
                    row.getObject(4, OffsetDateTime.class).toInstant()));
            return encounter;
        });
        return found;
    }

    /** What the news has changed, and what it adds to their journeys. */
    void write(Collection<Progress> encounters, List<JourneyStep> steps) {
        var changed = encounters.stream().filter(Progress::hasChanged).toList();
        var claims = encounters.stream()
                .flatMap(encounter ->
                        encounter.toldClaims().stream().map(claim -> new ClaimOf(encounter.encounterId(), claim)))
                .toList();
        run(WRITE, statement -> {
            var values = new Values(statement);
            values.add("uuid", changed, Progress::encounterId);
            values.add("text", changed, encounter -> encounter.status().name());
            values.add("text", changed, Progress::submittedAt);
            values.add(organization.text());
            values.add("uuid", claims, ClaimOf::encounterId);
            values.add("uuid", claims, told -> told.claim.id());
            values.add("bool", claims, told -> told.claim.settled());
            values.add("text", claims, told -> told.claim.asOf());
            values.add(organization.text());
            values.add("uuid", steps, JourneyStep::id);
            values.add("uuid", steps, JourneyStep::encounterId);
            values.add("text", steps, step -> step.view().at());
            values.add("text", steps, step -> step.view().step());
            values.add("text", steps, step -> step.view().detail());
            values.add("uuid", steps, step -> step.view().claimId());
            values.add("uuid", steps, step -> step.view().eventId());
            return statement.executeUpdate();
        });
    }

    private record ClaimOf(UUID encounterId, Claim claim) {}

    private static Progress progress(ResultSet row) throws SQLException {
        var submittedAt = row.getObject(4, OffsetDateTime.class);
        return new Progress(
                row.getObject(1, UUID.class),
                EncounterStatus.valueOf(row.getString(2)),
                row.getInt(3),
                List.of((Integer[]) row.getArray(5).getArray()),
                submittedAt == null ? null : submittedAt.toInstant());
    }

    /** The parameters of a statement, one after the other. */
    private static final class Values {
        private final PreparedStatement statement;
        private int last;

        Values(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(String text) throws SQLException {
            statement.setString(++last, text);
        }

        /** A column of things; what has no form of its own in an array goes as text. */
        <T> void add(String type, List<T> things, Function<T, ? extends @Nullable Object> value) throws SQLException {
            var column = things.stream()
                    .map(value)
                    .map(each -> each instanceof Instant at ? at.toString() : each)
                    .toArray();
            statement.setArray(++last, statement.getConnection().createArrayOf(type, column));
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> List<T> list(String sql, Object[] encounterIds, Row<T> row) {
        return run(sql, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", encounterIds));
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        });
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("News of encounters cannot be taken in", e);
        }
    }
}
