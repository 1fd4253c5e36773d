package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** A closed month stays as it is; what comes later counts from the first open day on. */
@QuarkusTest
@BillingStack
class PeriodsTest {
    @Inject
    Ledger ledger;

    @Inject
    Tenancy tenancy;

    LocalPostgres postgres;

    private final UUID claim = UUID.randomUUID();
    private TestEvents events;
    private Practice practice;
    private Books books;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        books = new Books(practice.organization, ledger, tenancy);
        books.post(books.charge(claim, "2026-03-02", 150_00));
    }

    @AfterEach
    void close() {
        assertThat(practice.get("/api/v1/ledger/verification").getBoolean("holds"))
                .isTrue();
        events.close();
    }

    private long balance(String account, String asOf) {
        return practice.get("/api/v1/ledger/accounts?asOf=" + asOf)
                .getLong("items.find { it.account == '%s' }.balanceCents".formatted(account));
    }

    @Test
    void whatComesAfterAClosingCountsInTheOpenPeriod() {
        practice.closes("2026-03");
        books.post(books.payment(claim, "2026-03-20", 100_00));
        assertThat(balance("cash", "2026-03-31")).isZero();
        assertThat(balance("cash", "2026-04-01")).isEqualTo(100_00);
        assertThat(balance("insurance-receivable", "2026-03-31")).isEqualTo(150_00);
        var entry = practice.get("/api/v1/ledger/entries").getMap("items[1]");
        assertThat(entry).containsEntry("occurredOn", "2026-03-20").containsEntry("bookedOn", "2026-04-01");
    }

    @Test
    void aBalanceIsTheSameBeforeAndAfterTheClosing() {
        books.post(books.payment(claim, "2026-03-31", 100_00), books.patientsPart(claim, "2026-04-02", 20_00));
        var before = practice.get("/api/v1/ledger/accounts").getList("items");
        practice.closes("2026-03");
        practice.closes("2026-04");
        assertThat(practice.get("/api/v1/ledger/accounts").getList("items")).isEqualTo(before);
        assertThat(balance("patient-receivable", "2026-03-31")).isZero();
        assertThat(balance("patient-receivable", "2026-04-30")).isEqualTo(20_00);
    }

    @Test
    void theDatabaseRefusesAnEntryIntoAClosedPeriod() throws SQLException {
        practice.closes("2026-03");
        try (var service = postgres.connect("billing", "billing_service");
                var statement = service.createStatement()) {
            statement.execute("select set_config('app.organization', '%s', false)".formatted(practice.organization));
            assertThatThrownBy(
                            () -> statement.execute(
                                    "insert into journal_entry (id, kind, occurred_on, line_count) values (gen_random_uuid(), 'CHARGE', '2026-03-31', 2)"))
                    .hasMessageContaining("closed period");
            assertThatThrownBy(() -> statement.execute("delete from ledger_period"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theDatabaseRefusesWhatIsAddedToAClosingAfterwards() throws SQLException {
        practice.closes("2026-03");
        practice.closes("2026-05");
        try (var service = postgres.connect("billing", "billing_service");
                var statement = service.createStatement()) {
            statement.execute("select set_config('app.organization', '%s', false)".formatted(practice.organization));
            assertThatThrownBy(
                            () -> statement.execute(
                                    "insert into ledger_period_total (through, account, debit_cents, credit_cents) values ('2026-03-31', 'CASH', 1, 0)"))
                    .hasMessageContaining("closing of 2026-03-31 is over");
            assertThatThrownBy(
                            () -> statement.execute(
                                    "insert into ledger_open_item (through, account, balance_cents, responsible_since) values ('2026-03-31', 'COLLECTIONS', 1, '2026-03-31')"))
                    .hasMessageContaining("closing of 2026-03-31 is over");
            assertThatThrownBy(
                            () -> statement.execute(
                                    "insert into ledger_period_total (through, account, debit_cents, credit_cents) values ('2026-06-30', 'CASH', 1, 0)"))
                    .hasMessageContaining("foreign key");
            assertThatThrownBy(
                            () -> statement.execute(
                                    "insert into ledger_period (through, closed_by, closed_at, seal_position, seal_hash) values ('2026-04-30', 'x', now(), 0, sha256('x'))"))
                    .hasMessageContaining("A month after 2026-04-30 is closed");
        }
    }

    @Test
    void whatIsClosedIsSealed() {
        books.post(books.payment(claim, "2026-03-20", 100_00));
        practice.closes("2026-03");
        var period = practice.get("/api/v1/ledger/periods").getMap("items[0]");
        assertThat(period).containsEntry("sealPosition", 2);
        assertThat((String) period.get("contentHash")).hasSize(64);
    }

    @Test
    void aMonthIsClosedOnceInOrderAndNotBeforeItIsOver() {
        practice.closes("2026-04");
        assertThat(practice.close("2026-04", "billing-manager").jsonPath().getString("type"))
                .endsWith("ledger-period-closed");
        assertThat(practice.close("2026-03", "billing-manager").statusCode()).isEqualTo(409);
        assertThat(practice.close("2999-01", "billing-manager").jsonPath().getString("type"))
                .endsWith("ledger-period-not-over");
        assertThat(practice.close("march", "billing-manager").statusCode()).isEqualTo(400);
        assertThat(practice.close("2026-05", "poster").statusCode()).isEqualTo(403);
        assertThat(practice.get("/api/v1/ledger/periods").getList("items.month"))
                .containsExactly("2026-04");
        assertThat(new Practice(events).get("/api/v1/ledger/periods").getList("items"))
                .isEmpty();
    }

    @Test
    void theSameRequestTwiceClosesOnce() {
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            practice.request("billing-manager")
                    .header("Idempotency-Key", key)
                    .post("/api/v1/ledger/periods/2026-03/close")
                    .then()
                    .statusCode(200);
        }
    }
}
