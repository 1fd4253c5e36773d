package org.superbill.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.AuditRecorded;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** Everything that was ever sent is somewhere, once. */
@QuarkusTest
@BillingStack
class ReconciliationTest {
    LocalPostgres postgres;

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private String number(String claimId) {
        return practice.claim(claimId).getString("claimNumber");
    }

    private String sent() {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        return claimId;
    }

    @Test
    void whoReadsWhichClaimsWereSentIsInTheAuditTrail() {
        sent();
        practice.get("/api/v1/reconciliation/claims");
        practice.get("/api/v1/submissions");
        isAudited("listSentClaims");
        isAudited("listSubmissions");
    }

    @Test
    void whatIsReadOfAClaimIsInTheTrailUnderItsPatient() {
        var claimId = sent();
        practice.get("/api/v1/claims/" + claimId + "/x12");
        practice.get("/api/v1/reconciliation/claims");
        var paid = practice.receives(PayerFiles.remittance("AUDIT1")
                .claim(number(claimId), "1", "175", "175", "0", "PCN1")
                .patient()
                .text());
        practice.request("biller")
                .get("/api/v1/x12-files/" + paid.getString("id") + "/content")
                .then()
                .statusCode(200);

        var patient = UUID.fromString(practice.claim(claimId).getString("patientId"));
        for (var action : List.of("getClaimX12", "listSentClaims", "getX12FileContent")) {
            assertThat(events.awaitPatients(practice.organization, action)).containsExactly(patient);
        }
    }

    private void isAudited(String action) {
        events.awaitRecord(
                EventContract.AUDIT_RECORDED.topic(),
                message -> practice.organization.toString().equals(TestEvents.text(message, "ce_organization"))
                        && EventJson.read(message.value(), AuditRecorded.class)
                                .action()
                                .equals(action));
    }

    @Test
    void eachClaimIsInOneStateAndEachFigureOpensDownToItsClaims() {
        practice.receivesClaim(practice.facts()); // never sent: in no figure
        sent();
        var accepted = sent();
        practice.receives(PayerFiles.claimAcknowledgment(number(accepted), "A2:20", "PCN1"));
        var rejected = sent();
        practice.receives(PayerFiles.claimAcknowledgment(number(rejected), "A7:164:IL", "PCN2"));
        var paid = sent();
        practice.receives(PayerFiles.remittance("RECON1")
                .claim(number(paid), "1", "175", "175", "0", "PCN3")
                .patient()
                .text());
        var resent = sent();
        practice.receives(PayerFiles.claimAcknowledgment(number(resent), "A7:164:IL", "PCN4"));
        practice.acts(resent, "correct", "{}", 200);
        practice.sends(resent);

        var report = practice.get("/api/v1/reconciliation");
        assertThat(report.getBoolean("addsUp")).as(report.prettify()).isTrue();
        assertThat(report.getLong("claims.count")).isEqualTo(5);
        assertThat(report.getLong("claims.cents")).isEqualTo(5 * 175_00);
        List<Map<String, Object>> states = report.getList("claims.states");
        assertThat(states)
                .extracting(state -> state.get("state") + " " + state.get("count"))
                .containsExactly("paid 1", "pending 1", "rejected 1", "sent 2");
        for (var state : states) {
            var claims = practice.get((String) state.get("claims"));
            assertThat(claims.getList("items")).hasSize((Integer) state.get("count"));
            assertThat(claims.getList("items.chargeCents", Long.class).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(((Number) state.get("cents")).longValue());
        }
        List<Map<String, Object>> files = report.getList("files.states");
        assertThat(files)
                .extracting(file -> file.get("state") + " " + file.get("count"))
                .containsExactly("sent 2", "received 4");
        for (var state : files) {
            assertThat(practice.get((String) state.get("files")).getList("items"))
                    .hasSize((Integer) state.get("count"));
        }
        assertThat(new Practice(events).get("/api/v1/reconciliation").getLong("claims.count"))
                .isZero();
    }

    @Test
    void aFileThatDoesNotCarryWhatItSaysIsNamed() throws Exception {
        sent();
        var submission = practice.get("/api/v1/submissions").getString("items[0].id");
        try (var connection = postgres.connect("billing", "billing_owner");
                var statement = connection.createStatement()) {
            statement.execute("update submission set claim_count = 2 where id = '%s'".formatted(submission));
        }
        var report = practice.get("/api/v1/reconciliation");
        assertThat(report.getBoolean("addsUp")).isFalse();
        assertThat(report.getList("checks.find { it.name == 'claims-by-file' }.differing"))
                .containsExactly(submission);
    }

    @Test
    void otherRolesDoNotSeeIt() {
        practice.request("front-desk").get("/api/v1/reconciliation").then().statusCode(403);
    }
}
