package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** A claim of 175.00, of which 145.00 were paid, 10.00 adjusted by contract, 15.00 are the patient's and 5.00 refused: whoever changes books or records by themselves is found. */
@QuarkusTest
@BillingStack
class BooksAgainstRecordsTest {
    @Inject
    Ledger ledger;

    @Inject
    Tenancy tenancy;

    LocalPostgres postgres;

    private TestEvents events;
    private Practice practice;
    private UUID claimId;
    private String number;

    @BeforeEach
    void aClaimIsPaid() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = UUID.fromString(practice.receivesClaim(practice.facts()));
        practice.sends(claimId.toString());
        number = practice.claim(claimId.toString()).getString("claimNumber");
        practice.receives(PayerFiles.remittance("B" + number)
                .claim(number, "1", "175", "145", "15", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "PR*1*15", "CO*45*10", "CO*97*5")
                .line("87070", "25", "25", number + "L2")
                .text());
        assertThat(differences()).isEmpty();
    }

    @AfterEach
    void close() {
        events.close();
    }

    private List<String> differences() {
        return practice.get("/api/v1/ledger/verification")
                .getList("checks.find { it.rule == 'records-agree' }.findings.explanation");
    }

    private void asOwner(String table, String sql) throws SQLException {
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table %s disable trigger user".formatted(table));
            assertThat(statement.executeUpdate("update %s set %s".formatted(table, sql)))
                    .isPositive();
            statement.execute("alter table %s enable trigger user".formatted(table));
            owner.commit();
        }
    }

    private void posts(JournalEntry.Kind kind, Account debit, Account credit, Integer line, String reason) {
        var books = new Books(practice.organization, ledger, tenancy);
        books.post(new JournalEntry.Builder()
                .move(Cents.of(1), debit, credit, books.about(claimId), line, reason)
                .build(Ids.next(), kind, LocalDate.parse("2026-03-09"), null));
    }

    private String adjusts(String kind, String reason) {
        return practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"kind\":\"%s\",\"reason\":\"%s\",\"claimId\":\"%s\",\"amountCents\":500}"
                        .formatted(kind, reason, claimId))
                .post("/api/v1/ledger/adjustments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("entryId");
    }

    @Test
    void aChargeThatNoVersionOfTheClaimHas() {
        posts(JournalEntry.Kind.CHARGE, Account.INSURANCE_RECEIVABLE, Account.PATIENT_SERVICE_REVENUE, 1, null);
        assertThat(differences()).containsExactly("line 1 is charged at 15001 in the books, and at 15000 in the claim");
    }

    @Test
    void aVersionThatWasChangedUnderItsCharge() throws SQLException {
        asOwner(
                "claim_version",
                "facts = replace(facts, '\"chargeCents\":2500', '\"chargeCents\":2400') where claim_id = '%s'"
                        .formatted(claimId));
        assertThat(differences()).containsExactly("line 2 is charged at 2500 in the books, and at 2400 in the claim");
    }

    @Test
    void aDayFromWhichAClaimAges() throws SQLException {
        asOwner("ledger_claim_date", "service_date = '2026-03-01' where claim_id = '%s'".formatted(claimId));
        assertThat(differences())
                .containsExactly("ages from 2026-03-01 in the books, and its service was on 2026-03-02");
    }

    @Test
    void aPaymentAndWhatItPaysForTheClaim() throws SQLException {
        asOwner("remittance", "payment_cents = 14600 where trace_number = 'B%s'".formatted(number));
        asOwner("remittance_claim", "paid_cents = 14400 where claim_id = '%s'".formatted(claimId));
        assertThat(differences())
                .hasSize(2)
                .anyMatch(explanation -> explanation.endsWith("pays 14600, and has 14500 of cash in the books"))
                .anyMatch(explanation -> explanation.endsWith("pays 14400 for it, and the books have 14500"));
    }

    @Test
    void anAdjustmentThatNoPayerMade() {
        posts(
                JournalEntry.Kind.PAYER_PAYMENT,
                Account.CONTRACTUAL_ADJUSTMENT,
                Account.INSURANCE_RECEIVABLE,
                1,
                "OA-45");
        assertThat(differences()).containsExactly("payers adjusted 0 of it by OA, and the books have 1");
    }

    @Test
    void whatAPersonMovedWithoutARecordOrOtherwiseThanItsRecordSays() throws SQLException {
        posts(JournalEntry.Kind.ADJUSTMENT, Account.WRITE_OFF, Account.PATIENT_RECEIVABLE, null, "charity");
        assertThat(differences()).containsExactly("has no record of who moved it and why");
        var entry = adjusts("write-off-patient", "charity");
        assertThat(differences()).hasSize(1);
        for (var change :
                List.of("kind = 'BAD_DEBT'", "amount_cents = 501", "posted_by = 'ann'", "reason = 'COURTESY'")) {
            asOwner("ledger_adjustment", change + " where entry_id = '%s'".formatted(entry));
            assertThat(differences()).as(change).contains("is not what its record says");
            asOwner(
                    "ledger_adjustment",
                    "kind = 'WRITE_OFF_PATIENT', amount_cents = 500, posted_by = 'test-user', reason = 'CHARITY' where entry_id = '%s'"
                            .formatted(entry));
        }
        assertThat(differences()).hasSize(1);
    }

    @Test
    void whatIsPayableAndWhatTheBankHasShown() throws SQLException {
        posts(JournalEntry.Kind.REFUND_APPROVED, Account.INSURANCE_RECEIVABLE, Account.REFUNDS_PAYABLE, null, "REFUND");
        assertThat(differences()).containsExactly("refunds of 0 are approved and not sent, and the books owe 1");
        posts(JournalEntry.Kind.DEPOSIT, Account.BANK_ACCOUNT, Account.DEPOSIT_CLEARING, null, null);
        assertThat(differences())
                .contains(
                        "BANK_ACCOUNT is 0 by the deposits, and 1 in the books",
                        "DEPOSIT_CLEARING is 0 by the deposits, and -1 in the books");
    }

    @Test
    void moneyThatIsUnappliedAndOfNoPayment() {
        posts(JournalEntry.Kind.UNAPPLIED_PAYMENT, Account.CASH, Account.UNAPPLIED_CASH, null, null);
        assertThat(differences()).containsExactly("remittance  leaves 0 unapplied, and the books have 1");
    }

    @Test
    void whatPersonsBilledAPatientBeyondTheCharge() {
        for (var billed = 0; billed < 2; billed++) {
            var books = new Books(practice.organization, ledger, tenancy);
            books.post(new JournalEntry.Builder()
                    .move(
                            Cents.of(175_00 - 17499 * billed),
                            Account.PATIENT_RECEIVABLE,
                            Account.INSURANCE_RECEIVABLE,
                            books.about(claimId),
                            null,
                            null)
                    .build(Ids.next(), JournalEntry.Kind.BILLED_TO_PATIENT, LocalDate.parse("2026-03-09"), null));
            assertThat(practice.get("/api/v1/ledger/verification")
                            .getList("checks.find { it.rule == 'patient-responsibility' }.findings"))
                    .hasSize(billed);
        }
    }
}
