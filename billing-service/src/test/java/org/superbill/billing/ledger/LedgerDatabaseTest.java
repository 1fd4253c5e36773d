package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.stack.LocalPostgres;

/** The books hold against whoever has the service's password and raw SQL. */
@QuarkusTest
@BillingStack
class LedgerDatabaseTest {
    private final String organization = UUID.randomUUID().toString();
    private final UUID entry = UUID.randomUUID();

    LocalPostgres postgres;
    private Connection connection;

    @BeforeEach
    void connectAsTheService() throws SQLException {
        connection = postgres.connect("billing", "billing_service");
        workFor(organization);
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private void workFor(String tenant) throws SQLException {
        sql("select set_config('app.organization', '%s', false)".formatted(tenant));
    }

    private void sql(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void entry(int lines) throws SQLException {
        sql("insert into journal_entry (id, kind, occurred_on, line_count) values ('%s', 'CHARGE', '2026-03-02', %d)"
                .formatted(entry, lines));
    }

    private void line(int number, long cents) throws SQLException {
        sql("insert into ledger_line (entry_id, line_number, account, amount_cents) values ('%s', %d, 'CASH', %d)"
                .formatted(entry, number, cents));
    }

    private void balancedEntry() throws SQLException {
        entry(2);
        line(1, 100);
        line(2, -100);
        connection.commit();
    }

    @Test
    void anEntryThatBalancesIsKept() throws SQLException {
        balancedEntry();
        assertThat(count("select count(*) from ledger_line where entry_id = '%s'".formatted(entry)))
                .isEqualTo(2);
    }

    @Test
    void anEntryThatIsOffByACentIsRefused() throws SQLException {
        entry(2);
        line(1, 100);
        line(2, -99);
        assertThatThrownBy(connection::commit).hasMessageContaining("off by 1 cents");
        connection.rollback();
        assertThat(count("select count(*) from journal_entry where id = '%s'".formatted(entry)))
                .isZero();
    }

    @Test
    void anEntryThatBalancesAndIsOffForAClaimIsRefused() throws SQLException {
        entry(2);
        var lines =
                "insert into ledger_line (entry_id, line_number, account, amount_cents, claim_id) values ('%s', 1, 'CASH', 100, '%s'), ('%s', 2, 'CASH', -100, %s)";
        var claim = UUID.randomUUID();
        assertThatThrownBy(() -> sql(lines.formatted(entry, claim, entry, "null")))
                .hasMessageContaining("off by 100 cents for claim " + claim);
        connection.rollback();
        entry(2);
        sql(lines.formatted(entry, claim, entry, "'" + claim + "'"));
        connection.commit();
    }

    @Test
    void aLineWithoutItsEntryIsRefused() {
        assertThatThrownBy(() -> line(1, 100)).hasMessageContaining("is closed");
    }

    @Test
    void anEntryWithoutItsLinesIsRefused() throws SQLException {
        entry(2);
        assertThatThrownBy(connection::commit).hasMessageContaining("has 0 lines instead of 2");
    }

    @Test
    void anEntryThatWasCheckedEarlyCannotGrow() throws SQLException {
        entry(2);
        line(1, 100);
        line(2, -100);
        sql("set constraints all immediate");
        assertThatThrownBy(() -> line(3, 50)).hasMessageContaining("is closed");
    }

    @Test
    void aLineCannotBeAddedLater() throws SQLException {
        balancedEntry();
        assertThatThrownBy(() -> line(2, 50)).isInstanceOf(SQLException.class);
        connection.rollback();
        assertThatThrownBy(() -> line(3, 50)).hasMessageContaining("is closed");
    }

    @Test
    void nobodyChoosesTheTransactionOfAnEntry() {
        assertThatThrownBy(() -> sql(
                        "insert into journal_entry (id, kind, occurred_on, line_count, transaction_id) values ('%s', 'CHARGE', '2026-03-02', 2, '1')"
                                .formatted(entry)))
                .hasMessageContaining("permission denied");
    }

    @Test
    void changingOrderOfTenantsBeforeTheCheckDoesNotHideAnEntry() throws SQLException {
        entry(2);
        line(1, 100);
        line(2, -99);
        workFor(UUID.randomUUID().toString());
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
    }

    @Test
    void theServiceCanNeitherUpdateNorDelete() throws SQLException {
        balancedEntry();
        for (var table : new String[] {"journal_entry", "ledger_line"}) {
            assertThatThrownBy(() -> sql("delete from " + table)).hasMessageContaining("permission denied");
            connection.rollback();
            assertThatThrownBy(() -> sql("truncate " + table + " cascade")).hasMessageContaining("permission denied");
            connection.rollback();
        }
        assertThatThrownBy(() -> sql("update ledger_line set amount_cents = 1"))
                .hasMessageContaining("permission denied");
        connection.rollback();
        assertThatThrownBy(() -> sql("update journal_entry set memo = ''")).hasMessageContaining("permission denied");
    }

    @Test
    void evenTheOwnerCanOnlyAdd() throws SQLException {
        balancedEntry();
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from ledger_line"))
                    .hasMessageContaining("append only");
            assertThatThrownBy(() -> statement.execute("update journal_entry set memo = ''"))
                    .hasMessageContaining("append only");
        }
    }

    @Test
    void withoutATenantNothingIsSeenAndWithAnotherOnlyTheOthers() throws SQLException {
        balancedEntry();
        workFor("");
        assertThat(count("select count(*) from ledger_line")).isZero();
        workFor(UUID.randomUUID().toString());
        assertThat(count("select count(*) from ledger_line")).isZero();
        assertThatThrownBy(() -> sql(
                        "insert into journal_entry (id, organization_id, kind, occurred_on, line_count) values ('%s', '%s', 'CHARGE', '2026-03-02', 2)"
                                .formatted(UUID.randomUUID(), organization)))
                .hasMessageContaining("row-level security");
    }
}
