package org.superbill.billing.x12file;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.sql.Sql;

/** Where files of payers may lie. An organization has a mailbox at every connection by which a payer of its has ever been reached. */
@ApplicationScoped
public class Mailboxes {
    private static final String OPEN = "insert into mailbox (connection) values (?) on conflict do nothing";
    private static final String ALL = "select connection, organization_id from mailbox";

    private final Sql sql;
    private final AgroalDataSource relay;

    Mailboxes(Sql sql, @DataSource("relay") AgroalDataSource relay) {
        this.sql = sql;
        this.relay = relay;
    }

    /** The current organization has a payer there. */
    @Transactional(TxType.MANDATORY)
    public void open(String connection) {
        sql.update(OPEN, connection);
    }

    private record Mailbox(String connection, UUID organization) {}

    /** The organizations that have one, by connection; one query for all. */
    Map<String, List<UUID>> byConnection() {
        var found = new ArrayList<Mailbox>();
        try (var connection = relay.getConnection();
                var select = connection.prepareStatement(ALL);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Mailbox(rows.getString(1), UUID.fromString(rows.getString(2))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The list of mailboxes cannot be read", e);
        }
        return found.stream().collect(groupingBy(Mailbox::connection, mapping(Mailbox::organization, toList())));
    }
}
