package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** What a later payer pays, refuses and takes back is its own, not the payer's that the claim was sent to. */
@QuarkusTest
@BillingStack
class LaterPayerTest {
    LocalPostgres postgres;

    private TestEvents events;
    private Practice practice;
    private PayerChanged later;
    private String claimId;
    private String number;

    /** The first payer is commercial, the later one a Medicare Advantage plan (SBR09 16): each has its own rules of appeal. */
    @BeforeEach
    void aClaimOfTwoPayersThatTheFirstHasPassedOn() {
        events = TestEvents.open();
        practice = new Practice(events);
        var facts = practice.facts().nextPayer();
        var lock = Objects.requireNonNull(facts.nextPayer);
        later = new PayerChanged(lock.payerId(), lock.name(), lock.payerIdentifier(), "16", lock.profile());
        facts.nextPayer = later;
        claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("F" + number)
                .claim(number, "19", "175", "145", "30", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "PR*2*30")
                .line("87070", "25", "25", number + "L2")
                .text());
    }

    @AfterEach
    void theBooksAreCoherent() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    /** Of 30.00 it has paid 24.00, and 6.00 are the patient's; an entry as it was made before makes 25.00 more of it the patient's. */
    @Test
    void aCreditAboveWhatALaterPayerHasPaidIsFound() throws SQLException {
        practice.receives(PayerFiles.remittance("S" + number)
                .on("20260401")
                .claim(number, "2", "175", "24", "6", "LOCK1")
                .patient()
                .line("99213", "150", "24", number + "L1", "OA*23*120", "PR*2*6")
                .line("87070", "25", "0", number + "L2", "OA*23*25")
                .text()
                .replace("KEY INSURANCE", "LOCK INSURANCE"));
        var findings = "checks.find { it.rule == 'records-agree' }.findings.explanation";
        assertThat(practice.get("/api/v1/ledger/verification").getList(findings))
                .isEmpty();
        var entry = UUID.randomUUID();
        var line = "('%s', '%s', %d, '%s', %d, '%s', '%s', '%s', 'PR-2')";
        var patient = practice.claim(claimId).getString("patientId");
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(
                    "insert into journal_entry (organization_id, id, kind, occurred_on, line_count) values ('%s', '%s', 'PAYER_PAYMENT', '2026-04-01', 2)"
                            .formatted(practice.organization, entry));
            statement.execute(
                    "insert into ledger_line (organization_id, entry_id, line_number, account, amount_cents, patient_id, claim_id, payer_id, reason) values "
                            + line.formatted(
                                    practice.organization,
                                    entry,
                                    1,
                                    "PATIENT_RECEIVABLE",
                                    25_00,
                                    patient,
                                    claimId,
                                    later.payerId())
                            + ", "
                            + line.formatted(
                                    practice.organization,
                                    entry,
                                    2,
                                    "INSURANCE_RECEIVABLE",
                                    -25_00,
                                    patient,
                                    claimId,
                                    later.payerId()));
            owner.commit();
        }
        assertThat(practice.get("/api/v1/ledger/verification").getList(findings, String.class))
                .anyMatch(words -> words.endsWith(
                        "has a credit of 2500 for it and has paid 2400, and the patient owes 3100 by its decision"));
        practice = new Practice(events); // the books of the other were made wrong
    }

    private String receives(PayerFiles.Remittance payment, String payer) {
        return practice.receives(payment.text().replace("KEY INSURANCE", payer)).getString("outcomes[0].id");
    }

    private void undoes(String remittance) {
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"reason\":\"It is another practice's\"}")
                .post("/api/v1/remittances/" + remittance + "/undo")
                .then()
                .statusCode(200);
    }

    private String payersInTurn() throws SQLException {
        try (var owner = postgres.connect("billing", "billing_owner");
                var query = owner.prepareStatement(
                        "select jsonb_path_query_array(other_payers::jsonb, '$[*].sequence')::text from claim where id = ?")) {
            query.setObject(1, UUID.fromString(claimId));
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    /** The first payer's correction is undone, and then what the later one has paid. */
    @Test
    void anUndoingTakesBackTheDecisionOfItsOwnPayerAlone() throws SQLException {
        var ofLater = receives(
                PayerFiles.remittance("S" + number)
                        .claim(number, "2", "175", "30", "0", "LOCK1")
                        .patient()
                        .line("99213", "150", "30", number + "L1", "OA*23*120")
                        .line("87070", "25", "0", number + "L2", "OA*23*25"),
                "LOCK INSURANCE");
        var reversal = receives(
                PayerFiles.remittance("C" + number)
                        .claim(number, "22", "-175", "-145", "-30", "PCN1")
                        .patient()
                        .line("99213", "-150", "-120", number + "L1", "PR*2*-30")
                        .line("87070", "-25", "-25", number + "L2")
                        .providerAdjustment("FB", "-145"),
                "KEY INSURANCE");
        assertThat(payersInTurn()).isEqualTo("[2]");
        undoes(reversal);
        assertThat(payersInTurn()).isEqualTo("[2]");
        undoes(ofLater);
        assertThat(payersInTurn()).isEqualTo("[]");
    }

    private void laterPayerRefuses() {
        practice.receives(PayerFiles.remittance("S" + number)
                .on("20260401")
                .claim(number, "2", "175", "0", "0", "LOCK1")
                .patient()
                .line("99213", "150", "0", number + "L1", "OA*23*120", "CO*50*30")
                .line("87070", "25", "0", number + "L2", "OA*23*25")
                .providerAdjustment("FB", "-40")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
    }

    @Test
    void whatItCarriesForwardIsInItsAccount() {
        laterPayerRefuses();
        var carried = practice.get("/api/v1/ledger/accounts/forwarding-balance/sub-accounts?by=payer");
        assertThat(carried.getList("items.payerId", String.class))
                .containsExactly(later.payerId().toString());
        assertThat(carried.getList("items.balanceCents")).containsExactly(-40_00);
    }

    /** Medicare Advantage: 65 days (42 CFR 422.582) from the payer's date of 1 April 2026, whenever the file comes. */
    @Test
    void itsRefusalIsContestedByItsOwnRulesAndFromItsOwnDay() {
        laterPayerRefuses();
        var denial = practice.get("/api/v1/denials?claimId=" + claimId);
        assertThat(denial.getString("items[0].payerType")).isEqualTo("medicare-advantage");
        assertThat(denial.getString("items[0].appealDue")).isEqualTo("2026-06-05");
    }

    /** It was left 30.00 and paid them; the first payer then leaves 20.00 to it. */
    @Test
    void whatItHasPaidTooMuchIsNamedToWhoHasToLook() {
        practice.receives(PayerFiles.remittance("S" + number)
                .claim(number, "2", "175", "30", "0", "LOCK1")
                .patient()
                .line("99213", "150", "30", number + "L1", "OA*23*120")
                .line("87070", "25", "0", number + "L2", "OA*23*25")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
        practice.receives(PayerFiles.remittance("C" + number)
                .claim(number, "22", "-175", "-145", "-30", "PCN1")
                .patient()
                .line("99213", "-150", "-120", number + "L1", "PR*2*-30")
                .line("87070", "-25", "-25", number + "L2")
                .claim(number, "1", "175", "155", "20", "PCN1")
                .patient()
                .line("99213", "150", "130", number + "L1", "PR*2*20")
                .line("87070", "25", "25", number + "L2")
                .text());
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("needs-review");
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.detail", String.class))
                .anyMatch(detail -> detail.endsWith(
                        "the payer in turn 2 has paid 10.00 more than the payers before have left to it"));
        var credit = practice.get("/api/v1/credit-balances");
        assertThat(credit.getString("items[0].credits[0].payerId"))
                .isEqualTo(later.payerId().toString());
        assertThat(credit.getInt("items[0].credits[0].creditCents")).isEqualTo(10_00);
    }
}
