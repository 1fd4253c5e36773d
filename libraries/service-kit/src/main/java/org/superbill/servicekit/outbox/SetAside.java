package org.superbill.servicekit.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** What Kafka has refused for good, on its way back into the outbox. */
@ApplicationScoped
public class SetAside {
    /** With its old place, so that what was held back goes after it. */
    private static final String BACK = """
            with again as (delete from outbox_set_aside where organization_id = ? and event_id = ? returning *)
            insert into outbox (id, organization_id, event_id, topic, type, subject, sequence, source, time, traceparent, headers,
                payload)
            overriding system value
            select id, organization_id, event_id, topic, type, subject, sequence, source, time, traceparent, headers, payload
            from again""";

    private final AgroalDataSource database;
    private final CurrentOrganization organization;
    private final AfterCommit afterCommit;

    SetAside(AgroalDataSource database, CurrentOrganization organization, AfterCommit afterCommit) {
        this.database = database;
        this.organization = organization;
        this.afterCommit = afterCommit;
    }

    /** In the current transaction. @return whether there was such an event of the current organization */
    public boolean queueAgain(UUID eventId) {
        try (var connection = database.getConnection();
                var move = connection.prepareStatement(BACK)) {
            move.setString(1, organization.text());
            move.setObject(2, eventId);
            afterCommit.wakeRelay();
            return move.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("The event cannot be queued again", e);
        }
    }
}
