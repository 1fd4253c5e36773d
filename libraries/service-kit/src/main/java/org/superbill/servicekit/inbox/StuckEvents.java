package org.superbill.servicekit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.outbox.SetAside;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** Lists what of the caller's organization is stuck in this service, and replays it. */
@ApplicationScoped
class StuckEvents {
    private static final String LIST = """
            select * from (
                select id, state, topic, type, subject, sequence, code, reason, waits_for, since, attempts
                from stuck_event where organization_id = ?
                union all
                select event_id, 'set-aside', topic, type, subject, sequence, 'refused-by-kafka', reason, null, since, 1
                from outbox_set_aside where organization_id = ?) as stuck
            where (?::text is null or state = ?) and (?::uuid is null or id > ?) order by id limit ?""";

    private final AgroalDataSource database;
    private final CurrentOrganization organization;
    private final Inbox inbox;
    private final InboxTable table;
    private final StuckTable stuck;
    private final SetAside setAside;

    StuckEvents(
            AgroalDataSource database,
            CurrentOrganization organization,
            Inbox inbox,
            InboxTable table,
            StuckTable stuck,
            SetAside setAside) {
        this.database = database;
        this.organization = organization;
        this.inbox = inbox;
        this.table = table;
        this.stuck = stuck;
        this.setAside = setAside;
    }

    Page<StuckEvent> list(@Nullable String state, PageRequest page) {
        return Page.of(rows(state, page), page, StuckEvent::id);
    }

    /**
     * Tries the event again, and after it its successors; in transactions of its own, for what an event does must not hang on the
     * answer. A second replay of the same event finds it applied.
     * @throws Problem {@code NOT_FOUND}
     */
    Replayed replay(UUID id, boolean skipMissing) {
        var whose =
                organization.get().orElse(Envelope.NO_ORGANIZATION); // of none: what the platform's own programs see
        var head = inbox.as(whose, () -> {
            stuck.revive(id);
            return stuck.find(id);
        });
        if (head != null) {
            inbox.advance(whose, head.topic(), head.subject(), skipMissing);
            return inbox.as(whose, () -> afterAttempt(id));
        }
        if (inbox.as(whose, () -> setAside.queueAgain(id))) {
            return new Replayed(id, Replayed.QUEUED, null, null);
        }
        if (inbox.as(whose, () -> table.hasSeen(id))) {
            return new Replayed(id, Replayed.APPLIED, null, null);
        }
        throw notFound();
    }

    private Replayed afterAttempt(UUID id) {
        return stuck.stateAndReason(id).orElseGet(() -> new Replayed(id, Replayed.APPLIED, null, null));
    }

    private List<StuckEvent> rows(@Nullable String state, PageRequest page) {
        var whose = organization.text();
        var after = page.afterId();
        return Sql.list(database, LIST, StuckEvents::read, whose, whose, state, state, after, after, page.fetch());
    }

    private static StuckEvent read(ResultSet row) throws SQLException {
        return new StuckEvent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getInt(11));
    }

    private static Problem notFound() {
        return new Problem(KitProblem.NOT_FOUND, "There is no such stuck event in this service");
    }
}
