package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.events.ClaimDenied;
import org.superbill.events.ClaimStatusChanged;
import org.superbill.events.ClaimSubmitted;
import org.superbill.events.PatientBalanceChanged;
import org.superbill.events.RemittancePosted;

/** From the coded encounter to money, seen from billing: events in, X12 out and in, events out. */
@QuarkusTest
@BillingStack
class ClaimToMoneyTest extends ClaimJourney {
    private String accepted(String claimId) {
        var file = practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.functional(file, "A"));
        practice.receives(PayerFiles.claimAcknowledgment(number, "A2:20", "PCN" + number));
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("accepted");
        return number;
    }

    @Test
    void anEncounterBecomesAClaimThatIsSentAcceptedAndPaid() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("ready");

        assertThat(practice.submits(claimId).getString("transport")).isEqualTo("queued");
        var sent = practice.awaits(claimId, "transport", "sent");
        assertThat(sent.getLong("money.insuranceBalanceCents")).isEqualTo(175_00);
        assertThat(sent.getString("owner.role")).isEqualTo("payer");
        var submitted =
                events.await(ClaimSubmitted.class, facts.encounter.encounterId().toString());
        assertThat(submitted.claimNumber()).isEqualTo(sent.getString("claimNumber"));
        assertThat(submitted.totalChargeCents()).isEqualTo(175_00);

        var file = FakePayer.received(practice.organization).get(0);
        var number = sent.getString("claimNumber");
        FakePayer.put(practice.organization, PayerFiles.ta1(file, "A", "000"));
        FakePayer.put(practice.organization, PayerFiles.functional(file, "A"));
        FakePayer.put(practice.organization, PayerFiles.claimAcknowledgment(number, "A2:20", "PCN1"));
        var accepted = practice.awaits(claimId, "transport", "accepted");
        assertThat(accepted.getString("payerClaimNumber")).isEqualTo("PCN1");
        assertThat(accepted.getString("adjudication")).isEqualTo("pending");

        FakePayer.put(
                practice.organization,
                PayerFiles.remittance("T1")
                        .claim(number, "1", "175", "120", "20", "PCN1")
                        .patient()
                        .line("99213", "150", "100", number + "L1", "CO*45*30", "PR*3*20")
                        .line("87070", "25", "20", number + "L2", "CO*45*5")
                        .text());
        var paid = practice.awaits(claimId, "adjudication", "paid");
        assertThat(paid.getLong("money.insuranceBalanceCents")).isZero();
        assertThat(paid.getLong("money.patientBalanceCents")).isEqualTo(20_00);
        assertThat(paid.getString("money.status")).isEqualTo("open");
        assertThat(paid.getString("owner.role")).isEqualTo("patient");
        assertThat(paid.getList("lines.paidCents")).isEqualTo(List.of(100_00, 20_00));
        assertThat(practice.account("cash")).isEqualTo(120_00);
        assertThat(practice.account("contractual-adjustment")).isEqualTo(35_00);

        var patientId = facts.patient.patientId();
        assertThat(practice.get("/api/v1/patient-accounts/" + patientId).getLong("balanceCents"))
                .isEqualTo(20_00);
        assertThat(events.await(PatientBalanceChanged.class, patientId.toString())
                        .balanceCents())
                .isEqualTo(20_00);
        assertThat(events.await(
                                ClaimStatusChanged.class,
                                facts.encounter.encounterId().toString(),
                                event -> event.adjudication().equals("paid"))
                        .patientBalanceCents())
                .isEqualTo(20_00);
        assertThat(events.all(
                        ClaimStatusChanged.class, facts.encounter.encounterId().toString()))
                .extracting(ClaimStatusChanged::transport)
                .containsSubsequence("ready", "queued", "sent", "received", "accepted");
        var remittanceId = practice.get("/api/v1/remittances").getString("items[0].id");
        assertThat(events.await(RemittancePosted.class, remittanceId).paymentCents())
                .isEqualTo(120_00);
        assertThat(practice.get("/api/v1/x12-files").getList("items.kind"))
                .containsExactly("TA1", "999", "277CA", "835");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> FakePayer.waiting(practice.organization) == 0);
        assertThat(practice.get("/api/v1/submissions").getString("items[0].acknowledgment"))
                .isEqualTo("TA1 A, 999 A");
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.step"))
                .contains("built", "ready", "queued", "sent", "received", "accepted", "paid");
    }

    @Test
    void aPreventiveVisitSettles() {
        var claimId = practice.receivesClaim(practice.facts());
        var number = accepted(claimId);
        practice.receives(PayerFiles.remittance("T2")
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "20", number + "L2", "CO*45*5")
                .text());
        var paid = practice.claim(claimId);
        assertThat(paid.getString("money.status")).isEqualTo("settled");
        assertThat(paid.getString("owner.role")).isEqualTo("nobody");
    }

    @Test
    void aDeniedLineIsCorrectedAndPaid() {
        var facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        var number = accepted(claimId);
        practice.receives(PayerFiles.remittance("T3")
                .claim(number, "1", "175", "16", "4", "PCN3")
                .patient()
                .line("99213", "150", "0", number + "L1", "CO*16*150")
                .with("LQ*HE*N382")
                .line("87070", "25", "16", number + "L2", "CO*45*5", "PR*2*4")
                .text());
        var denied = practice.claim(claimId);
        assertThat(denied.getString("adjudication")).isEqualTo("partially-paid");
        assertThat(denied.getLong("money.insuranceBalanceCents")).isEqualTo(150_00);
        assertThat(denied.getList("lines.denied")).isEqualTo(List.of(true, false));
        assertThat(denied.getString("lines[0].denialReason")).contains("missing");
        assertThat(denied.getString("nextAllowed.frequency")).isEqualTo("7");
        assertThat(denied.getString("nextAllowed.references")).isEqualTo("PCN3");
        var denials = practice.get("/api/v1/denials?claimId=" + claimId);
        assertThat(denials.getString("items[0].carc")).isEqualTo("16");
        assertThat(denials.getList("items[0].rarcs")).isEqualTo(List.of("N382"));
        assertThat(events.await(ClaimDenied.class, facts.encounter.encounterId().toString())
                        .amountCents())
                .isEqualTo(150_00);

        var corrected = practice.acts(claimId, "correct", "{}", 200);
        assertThat(corrected.getInt("version")).isEqualTo(2);
        var file = practice.sends(claimId);
        assertThat(file).contains(":B:7*", "REF*F8*PCN3~", "LX*1~", "LX*2~");
        var second = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.claimAcknowledgment(second, "A2:20", "PCN4"));
        practice.receives(PayerFiles.remittance("T4")
                .claim(number, "22", "-175", "-16", "-4", "PCN3")
                .patient()
                .line("99213", "-150", "0", number + "L1", "CO*16*-150")
                .line("87070", "-25", "-16", number + "L2", "CO*45*-5", "PR*2*-4")
                .claim(second, "1", "175", "116", "24", "PCN4")
                .patient()
                .line("99213", "150", "100", second + "L1", "CO*45*30", "PR*3*20")
                .line("87070", "25", "16", second + "L2", "CO*45*5", "PR*2*4")
                .text());
        var paid = practice.claim(claimId);
        assertThat(paid.getString("adjudication")).isEqualTo("paid");
        assertThat(paid.getLong("money.insuranceBalanceCents")).isZero();
        assertThat(paid.getLong("money.patientBalanceCents")).isEqualTo(24_00);
        assertThat(paid.getList("lines.denied")).isEqualTo(List.of(false, false));
        assertThat(paid.getList("lines.paidCents")).isEqualTo(List.of(100_00, 16_00));
        assertThat(practice.get("/api/v1/denials?claimId=" + claimId).getString("items[0].state"))
                .isEqualTo("taken-back");
        assertThat(practice.account("cash")).isEqualTo(116_00);
        assertThat(practice.get("/api/v1/ledger/entries?claimId=" + claimId).getList("items.kind"))
                .containsExactly("charge", "payer-payment", "payer-reversal", "payer-payment");
    }

    @Test
    void aRejectedClaimGoesBackWithWhatToFixAndIsSentAsANewOne() {
        var facts = practice.facts().memberId("W10000R21");
        var claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.claimAcknowledgment(number, "A7:164:IL", ""));
        var rejected = practice.claim(claimId);
        assertThat(rejected.getString("transport")).isEqualTo("rejected");
        assertThat(rejected.getString("adjudication")).isEqualTo("none");
        assertThat(rejected.getString("owner.role")).isEqualTo("biller");
        assertThat(rejected.getString("owner.due")).isNotBlank();
        assertThat(rejected.getString("rejections[0].code")).isEqualTo("A7:164");
        assertThat(rejected.getString("rejections[0].entity")).isEqualTo("IL");
        assertThat(rejected.getString("rejections[0].pointer")).isEqualTo("/coverage/memberId");
        assertThat(rejected.getString("rejections[0].message")).containsIgnoringCase("member");

        events.publish(practice.organization, facts.memberId("W100001234").coverage);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            // the coverage is known when a claim that is built after it says so
            var later = practice.facts();
            var id = practice.receivesClaim(later);
            return practice.claim(id).getString("transport").equals("ready");
        });
        practice.acts(claimId, "correct", "{\"reason\":\"The member id was corrected\"}", 200);
        var file = practice.sends(claimId);
        assertThat(file).contains(":B:1*", "*MI*W100001234~").doesNotContain("REF*F8");
        assertThat(practice.claim(claimId).getString("claimNumber")).isNotEqualTo(number);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .as("charged once")
                .isEqualTo(175_00);
        practice.receives(
                PayerFiles.claimAcknowledgment(practice.claim(claimId).getString("claimNumber"), "A2:20", "PCN5"));
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("accepted");
    }

    @Test
    void aRejectedFileGoesBackAsAWhole() {
        var claimId = practice.receivesClaim(practice.facts());
        var file = practice.sends(claimId);
        practice.receives(PayerFiles.functional(file, "R"));
        var rejected = practice.claim(claimId);
        assertThat(rejected.getString("transport")).isEqualTo("rejected-envelope");
        assertThat(rejected.getString("rejections[0].message")).contains("NM1", "2010BA");
        assertThat(rejected.getList("nextAllowed.actions")).isEqualTo(List.of("correct", "bill-patient"));

        var other = practice.receivesClaim(practice.facts());
        var otherFile = practice.sends(other);
        practice.receives(PayerFiles.ta1(otherFile, "R", "020"));
        assertThat(practice.claim(other).getString("transport")).isEqualTo("rejected-envelope");
        assertThat(practice.claim(other).getString("rejections[0].code")).isEqualTo("TA1:R:020");
    }

    @Test
    void whatIsPaidBeforeItIsAcknowledgedStaysPaid() {
        var claimId = practice.receivesClaim(practice.facts());
        var file = practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T6")
                .claim(number, "1", "175", "175", "0", "PCN6")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text());
        practice.receives(PayerFiles.claimAcknowledgment(number, "A2:20", "PCN6"));
        practice.receives(PayerFiles.functional(file, "A"));
        practice.receives(PayerFiles.claimAcknowledgment(number, "A7:164:IL", ""));
        var claim = practice.claim(claimId);
        assertThat(claim.getString("transport")).isEqualTo("accepted");
        assertThat(claim.getString("adjudication")).isEqualTo("paid");
        assertThat(claim.getString("money.status")).isEqualTo("settled");
    }
}
