package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** What the database's owner does to the books behind everybody's back is found, and named. */
@QuarkusTest
@BillingStack
class VerificationTest {
    @Inject
    Ledger ledger;

    @Inject
    Seals seals;

    @Inject
    Tenancy tenancy;

    LocalPostgres postgres;

    private final UUID claim = UUID.randomUUID();
    private TestEvents events;
    private Practice practice;
    private Books books;
    private JournalEntry charge;
    private JournalEntry payment;
    private JournalEntry last;

    @BeforeEach
    void write() {
        events = TestEvents.open();
        practice = new Practice(events);
        books = new Books(practice.organization, ledger, tenancy);
        charge = books.charge(claim, "2026-03-02", 150_00);
        payment = books.payment(claim, "2026-03-05", 100_00);
        last = books.contractual(claim, "2026-04-05", 20_00);
        books.post(charge);
        books.post(payment);
        books.post(last);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            tenancy.as(practice.organization, () -> seals.sealNext());
            return verified().getLong("unsealed") == 0;
        });
    }

    @AfterEach
    void close() {
        events.close();
    }

    private JsonPath verified() {
        return practice.get("/api/v1/ledger/verification");
    }

    private void asOwner(String table, String sql) throws SQLException {
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set constraints all immediate");
            statement.execute("alter table %s disable trigger user".formatted(table));
            assertThat(statement.executeUpdate(sql)).isPositive();
            statement.execute("alter table %s enable trigger user".formatted(table));
            owner.commit();
        }
    }

    /** Its seal stays, so that the job does not seal what is half gone. */
    private void delete(JournalEntry entry) throws SQLException {
        asOwner("ledger_line", "delete from ledger_line where entry_id = '%s'".formatted(entry.id()));
        asOwner("journal_entry", "delete from journal_entry where id = '%s'".formatted(entry.id()));
    }

    private static List<String> found(JsonPath verification, String rule) {
        return verification.getList("checks.find { it.rule == '%s' }.findings.entryId".formatted(rule));
    }

    @Test
    void booksThatNobodyTouchedHold() {
        var verification = verified();
        assertThat(verification.getBoolean("holds")).isTrue();
        assertThat(verification.getLong("entries")).isEqualTo(3);
        assertThat(verification.getLong("lines")).isEqualTo(6);
        assertThat(verification.getLong("sealPosition")).isEqualTo(3);
    }

    @Test
    void anAmountThatWasChangedOnBothSidesIsNamed() throws SQLException {
        asOwner(
                "ledger_line",
                "update ledger_line set amount_cents = amount_cents / 2 where entry_id = '%s'".formatted(payment.id()));
        var verification = verified();
        assertThat(verification.getBoolean("holds")).isFalse();
        assertThat(found(verification, "entries-balance")).isEmpty();
        assertThat(found(verification, "nothing-changed"))
                .containsExactly(payment.id().toString());
    }

    @Test
    void anAmountThatWasChangedOnOneSideBreaksItsEntryAndItsClaim() throws SQLException {
        asOwner(
                "ledger_line",
                "update ledger_line set amount_cents = amount_cents + 1 where entry_id = '%s' and line_number = 1"
                        .formatted(charge.id()));
        var verification = verified();
        assertThat(found(verification, "entries-balance"))
                .containsExactly(charge.id().toString());
        assertThat(found(verification, "nothing-changed"))
                .containsExactly(charge.id().toString());
        assertThat(verification.<String>getList("checks.find { it.rule == 'claims-add-up' }.findings.claimId"))
                .containsExactly(claim.toString());
    }

    @Test
    void anEntryThatWasDeletedWithItsLinesIsNamed() throws SQLException {
        delete(payment);
        var verification = verified();
        assertThat(found(verification, "nothing-changed"))
                .containsExactly(payment.id().toString());
        assertThat(verification.<String>getList("checks.find { it.rule == 'nothing-changed' }.findings.explanation"))
                .containsExactly("the entry is gone");
    }

    @Test
    void aDateAWordOrASealThatWasChangedIsNamed() throws SQLException {
        asOwner(
                "journal_entry",
                "update journal_entry set occurred_on = '2026-03-06' where id = '%s'".formatted(payment.id()));
        asOwner("ledger_line", "update ledger_line set reason = 'CO-97' where entry_id = '%s'".formatted(last.id()));
        assertThat(found(verified(), "nothing-changed"))
                .containsExactly(payment.id().toString(), last.id().toString());
        asOwner(
                "ledger_seal",
                "update ledger_seal set hash = sha256('x') where entry_id = '%s'".formatted(charge.id()));
        assertThat(found(verified(), "nothing-changed")).contains(charge.id().toString());
    }

    @Test
    void aSealThatIsGoneIsNoticed() throws SQLException {
        asOwner("ledger_seal", "delete from ledger_seal where entry_id = '%s'".formatted(payment.id()));
        var verification = verified();
        assertThat(verification.getBoolean("holds")).isFalse();
        assertThat(verification.getLong("unsealed")).isEqualTo(1);
    }

    @Test
    void whatAClosingKeptIsHeldAgainstTheLines() throws SQLException {
        practice.closes("2026-03");
        assertThat(verified().getBoolean("holds")).isTrue();
        asOwner(
                "ledger_period_total",
                "update ledger_period_total set debit_cents = debit_cents + 1 where organization_id = '%s' and account = 'CASH'"
                        .formatted(practice.organization));
        var verification = verified();
        assertThat(verification.getString("checks.find { it.rule == 'closed-periods-stand' }.findings[0].explanation"))
                .contains("CASH at the end of 2026-03-31");
    }

    private List<String> closings() {
        return verified().getList("checks.find { it.rule == 'closed-periods-stand' }.findings.explanation");
    }

    @Test
    void aPartOfATotalThatMovedToAnotherReasonIsNamedThoughTheAccountsSumStands() throws SQLException {
        practice.closes("2026-04");
        asOwner(
                "ledger_period_total",
                "update ledger_period_total set reason = 'CO-97' where organization_id = '%s' and reason = 'CO-45' and account = 'CONTRACTUAL_ADJUSTMENT'"
                        .formatted(practice.organization));
        assertThat(closings())
                .anyMatch(explanation -> explanation.startsWith("CONTRACTUAL_ADJUSTMENT at the end of 2026-04-30"))
                .contains("what the closing of 2026-04-30 keeps is not what it kept");
    }

    @Test
    void anOpenItemThatMovedToAnotherClaimOrDayIsNamed() throws SQLException {
        practice.closes("2026-03");
        practice.closes("2026-04");
        asOwner(
                "ledger_open_item",
                "update ledger_open_item set claim_id = gen_random_uuid() where organization_id = '%s' and through = '2026-03-31'"
                        .formatted(practice.organization));
        assertThat(closings())
                .anyMatch(explanation -> explanation.startsWith("INSURANCE_RECEIVABLE at the end of 2026-03-31"));
    }

    @Test
    void theDayFromWhichAnOpenItemAgesIsSealedByItsClosing() throws SQLException {
        practice.closes("2026-03");
        practice.closes("2026-04");
        assertThat(verified().getBoolean("holds")).isTrue();
        asOwner(
                "ledger_open_item",
                "update ledger_open_item set responsible_since = '2026-03-30' where organization_id = '%s' and through = '2026-03-31'"
                        .formatted(practice.organization));
        assertThat(closings()).containsExactly("what the closing of 2026-03-31 keeps is not what it kept");
    }

    @Test
    void aClosingThatIsGoneIsNoticedByTheOneAfterItOrByWhatItPutOff() throws SQLException {
        practice.closes("2026-03");
        practice.closes("2026-04");
        books.post(books.payment(claim, "2026-04-09", 5_00)); // put off to May
        for (var gone : List.of("2026-03-31", "2026-04-30")) {
            for (var table : List.of("ledger_open_item", "ledger_period_total", "ledger_period")) {
                asOwner(
                        table,
                        "delete from %s where organization_id = '%s' and through = '%s'"
                                .formatted(table, practice.organization, gone));
            }
            assertThat(closings())
                    .contains(
                            gone.equals("2026-03-31")
                                    ? "what the closing of 2026-04-30 keeps is not what it kept"
                                    : "the closing before 2026-05-01 is gone: entries were put off because of it");
        }
    }

    @Test
    void aSealThatAnEntryWaitsForTooLongIsAFinding() throws SQLException {
        asOwner("ledger_seal", "delete from ledger_seal where entry_id = '%s'".formatted(payment.id()));
        assertThat(found(verified(), "everything-is-sealed")).isEmpty();
        asOwner(
                "journal_entry",
                "update journal_entry set posted_at = now() - interval '11 minutes' where id = '%s'"
                        .formatted(payment.id()));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            // the sealing job may seal it again at any moment
            asOwner("ledger_seal", "delete from ledger_seal where entry_id = '%s'".formatted(payment.id()));
            assertThat(found(verified(), "everything-is-sealed"))
                    .containsExactly(payment.id().toString());
        });
    }

    @Test
    void anEndOfTheChainThatSomebodyKeptIsHeldAgainstIt() {
        var path = "/api/v1/ledger/verification?sealPosition=%d&sealHash=%s";
        var hash = verified().getString("sealHash");
        books.post(books.payment(claim, "2026-04-09", 5_00));
        assertThat(practice.get(path.formatted(3, hash)).getBoolean("holds")).isTrue();
        assertThat(practice.get(path.formatted(2, hash))
                        .<String>getList("checks.find { it.rule == 'nothing-changed' }.findings.explanation"))
                .containsExactly("the chain had another end when it was kept elsewhere");
        assertThat(practice.get(path.formatted(9, hash))
                        .<String>getList("checks.find { it.rule == 'nothing-changed' }.findings.explanation"))
                .containsExactly("the chain was longer when it was kept elsewhere: seals at its end are gone");
        assertThat(practice.request("biller")
                        .get("/api/v1/ledger/verification?sealPosition=3")
                        .statusCode())
                .isEqualTo(400);
    }

    private List<String> changes() {
        return verified().getList("checks.find { it.rule == 'nothing-changed' }.findings.explanation");
    }

    private void awaitSealedTo(long position) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            tenancy.as(practice.organization, () -> seals.sealNext());
            return verified().getLong("sealPosition") == position;
        });
    }

    @Test
    void theEndOfTheChainThatIsGoneWithItsEntryIsNoticedWhereAClosingKnewIt() throws SQLException {
        practice.closes("2026-04");
        awaitSealedTo(4); // that of the closing is the last
        delete(last);
        asOwner(
                "ledger_seal",
                "delete from ledger_seal where position >= 3 and organization_id = '%s'"
                        .formatted(practice.organization));
        assertThat(changes()).contains("the chain was longer when 2026-04 was closed: seals at its end are gone");
    }

    @Test
    void theLastClosingThatIsGoneWithAllThatItKeptIsMissedInTheChain() throws SQLException {
        practice.closes("2026-03");
        practice.closes("2026-04");
        awaitSealedTo(5); // three entries, two closings
        assertThat(verified().getBoolean("holds")).isTrue();
        for (var table : List.of("ledger_open_item", "ledger_period_total", "ledger_period")) {
            asOwner(
                    table,
                    "delete from %s where organization_id = '%s' and through = '2026-04-30'"
                            .formatted(table, practice.organization));
        }
        assertThat(closings()).isEmpty(); // nothing of the books tells of it
        assertThat(changes()).containsExactly("the closing of 2026-04-30 is gone");
        books.post(books.payment(claim, "2026-05-09", 5_00));
        awaitSealedTo(6); // after the seal of a closing comes that of an entry
        assertThat(changes()).containsExactly("the closing of 2026-04-30 is gone");
    }

    @Test
    void aClosingThatWasMadeSomebodyElsesIsNotWhatWasSealed() throws SQLException {
        practice.closes("2026-04");
        awaitSealedTo(4);
        asOwner(
                "ledger_period",
                "update ledger_period set closed_by = 'nobody' where organization_id = '%s'"
                        .formatted(practice.organization));
        assertThat(changes()).containsExactly("the closing of 2026-04-30, or its seal, is not what was sealed");
    }

    @Test
    void anAccountThatWasChangedAndAnEntryThatWasPutIntoAClosedMonthAreNamed() throws SQLException {
        asOwner(
                "ledger_line",
                "update ledger_line set account = 'BAD_DEBT' where entry_id = '%s' and account = 'CONTRACTUAL_ADJUSTMENT'"
                        .formatted(last.id()));
        assertThat(found(verified(), "nothing-changed"))
                .containsExactly(last.id().toString());
        practice.closes("2026-03");
        var backdated = books.payment(claim, "2026-03-09", 5_00);
        books.post(backdated);
        assertThat(verified().getList("checks.find { it.rule == 'closed-periods-stand' }.findings"))
                .isEmpty();
        asOwner(
                "journal_entry",
                "update journal_entry set deferred_to = null where id = '%s'".formatted(backdated.id()));
        assertThat(verified().<String>getList("checks.find { it.rule == 'closed-periods-stand' }.findings.explanation"))
                .anyMatch(explanation -> explanation.startsWith("CASH at the end of 2026-03-31"));
    }

    @Test
    void whatIsPostedAfterADumpWasRestoredIsSealedThoughTransactionsCountAnew() throws SQLException {
        asOwner(
                "journal_entry",
                "update journal_entry set transaction_id = '900000000000000' where id = '%s'".formatted(last.id()));
        books.post(books.payment(claim, "2026-04-09", 5_00));
        books.post(books.payment(claim, "2026-04-10", 5_00));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            tenancy.as(practice.organization, () -> seals.sealNext());
            return verified().getLong("unsealed") == 0;
        });
        assertThat(verified().getLong("sealPosition")).isEqualTo(5);
    }

    @Test
    void otherOrganizationsAndRolesAreKeptOut() {
        var other = new Practice(events);
        assertThat(other.get("/api/v1/ledger/verification").getLong("entries")).isZero();
        assertThat(practice.request("clinician")
                        .get("/api/v1/ledger/verification")
                        .statusCode())
                .isEqualTo(403);
    }
}
