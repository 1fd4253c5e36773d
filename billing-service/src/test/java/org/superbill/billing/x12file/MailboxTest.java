package org.superbill.billing.x12file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** What is wrong with one mailbox, or with one file, keeps nothing else from coming. */
@QuarkusTest
@BillingStack
class MailboxTest {
    LocalPostgres postgres;
    private TestEvents events;
    private Practice practice;
    private Practice other;

    @BeforeEach
    void twoOrganizationsAreKnown() {
        events = TestEvents.open();
        practice = new Practice(events);
        other = new Practice(events);
        practice.registers(practice.facts()); // with a payer that is reached by the mailbox's connection
        other.registers(other.facts());
        practice.receives(file());
        other.receives(file());
    }

    @AfterEach
    void close() {
        events.close();
    }

    private static String file() {
        return PayerFiles.claimAcknowledgment("NOBODYS", "A2:20", "P");
    }

    private static void assertComes(Practice practice) {
        FakePayer.put(practice.organization, file());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> practice.get("/api/v1/x12-files").getList("items.source").stream()
                                .filter("mailbox:payer-simulator"::equals)
                                .count()
                        == 1);
    }

    /** Both ways round, for the order of the organizations is nobody's choice. */
    @Test
    void aBrokenMailboxIsNobodyElses() {
        FakePayer.breaksTheMailbox(practice.organization);
        assertComes(other);
        FakePayer.breaksTheMailbox(other.organization);
        FakePayer.repairsTheMailbox(practice.organization);
        assertComes(practice);
        FakePayer.repairsTheMailbox(other.organization);
    }

    @Test
    void aFileThatCannotBeFetchedDoesNotKeepTheNextFromComing() {
        FakePayer.putBroken(practice.organization);
        assertComes(practice);
        assertComes(other);
    }

    private void sql(String sql) throws SQLException {
        try (var connection = postgres.connect("billing", "billing_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aFileThatCannotBeAppliedAgainAndAgainIsKeptAsRejectedAndLeavesTheMailbox() throws SQLException {
        sql("alter table remittance add constraint poisoned check (trace_number <> 'POISON')");
        try {
            FakePayer.put(
                    practice.organization,
                    PayerFiles.remittance("POISON")
                            .claim("SOMEONE", "1", "100", "100", "0", "PCN9")
                            .patient()
                            .text());
            await().atMost(Duration.ofSeconds(60)).until(() -> FakePayer.waiting(practice.organization) == 0);
        } finally {
            sql("alter table remittance drop constraint poisoned");
        }
        var files = practice.get("/api/v1/x12-files");
        assertThat(files.getList("items.state")).containsExactly("processed", "rejected");
        assertThat(files.getString("items[1].outcomes[0].message")).contains("5 attempts");
    }
}
