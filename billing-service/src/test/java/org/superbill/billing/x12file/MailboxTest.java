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
import org.superbill.billing.testing.SilentPartner;
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
        awaitComes(practice);
    }

    private static void awaitComes(Practice practice) {
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
        FakePayer.putBroken(practice.organization, "broken");
        assertComes(practice);
        assertComes(other);
    }

    /** Both ways round. */
    @Test
    void aFileOfTheSameNameInAnotherMailboxIsAnotherFile() {
        FakePayer.putBroken(practice.organization, "monday.835");
        FakePayer.put(other.organization, "monday.835", file());
        FakePayer.putBroken(other.organization, "tuesday.835");
        FakePayer.put(practice.organization, "tuesday.835", file());
        awaitComes(practice);
        awaitComes(other);
    }

    /** Both ways round. */
    @Test
    void aFileThatBreaksTheLineKeepsNobodyElsesFromComing() {
        FakePayer.putBreakingOff(practice.organization, "broken");
        FakePayer.putBreakingOff(other.organization, "broken");
        assertComes(other);
        assertComes(practice);
    }

    @Test
    void aFileThatIsTooLargeStaysInTheMailboxAndItsBeginningIsShown() {
        FakePayer.put(practice.organization, "large", file() + " ".repeat(FakePayer.MOST_BYTES));
        FakePayer.put(practice.organization, file());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> FakePayer.fetches(practice.organization, "large") > 2
                        && FakePayer.waiting(practice.organization) == 1);
        var files = practice.get("/api/v1/x12-files");
        assertThat(files.getList("items.state")).containsExactlyInAnyOrder("processed", "rejected", "processed");
        var rejected = files.getList("items.state").indexOf("rejected");
        assertThat(files.getString("items[%d].outcomes[0].message".formatted(rejected)))
                .contains("superbill.x12-file.max-bytes");
        assertThat(files.getInt("items[%d].sizeBytes".formatted(rejected))).isEqualTo(65_536);
    }

    @Test
    void aDatabaseThatIsAwayForLongRejectsNoFile() throws SQLException {
        sql("""
                create function away() returns trigger language plpgsql as $$
                begin
                    if new.trace_number = 'AWAY' then raise exception 'away' using errcode = '57P03'; end if;
                    return new;
                end $$;
                create trigger away before insert on remittance for each row execute function away()""");
        try {
            FakePayer.put(practice.organization, "intact", payment("AWAY"));
            await().atMost(Duration.ofSeconds(60)).until(() -> FakePayer.fetches(practice.organization, "intact") > 6);
        } finally {
            sql("drop trigger away on remittance; drop function away()");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> FakePayer.waiting(practice.organization) == 0);
        assertThat(practice.get("/api/v1/x12-files").getList("items.state")).containsExactly("processed", "processed");
    }

    private static String payment(String trace) {
        return PayerFiles.remittance(trace)
                .claim("SOMEONE", "1", "100", "100", "0", "PCN9")
                .patient()
                .text();
    }

    /** Each try takes its timeout, 1 s, from everybody else: the waits between them grow from 0.1 s to 1.6 s. */
    @Test
    void aPartnerThatIsAwayIsLookedAtLessAndLess() {
        SilentPartner.fallsSilent();
        try {
            var third = new Practice(events);
            third.registers(third.facts().through("silent", "T"));
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> SilentPartner.pauses("GET").size() > 6);
            assertThat(SilentPartner.pauses("GET").get(6)).isGreaterThan(Duration.ofMillis(2_300));
        } finally {
            SilentPartner.wakesUp();
        }
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
            FakePayer.put(practice.organization, payment("POISON"));
            await().atMost(Duration.ofSeconds(60)).until(() -> FakePayer.waiting(practice.organization) == 0);
        } finally {
            sql("alter table remittance drop constraint poisoned");
        }
        var files = practice.get("/api/v1/x12-files");
        assertThat(files.getList("items.state")).containsExactly("processed", "rejected");
        assertThat(files.getString("items[1].outcomes[0].message")).contains("5 attempts");
    }
}
