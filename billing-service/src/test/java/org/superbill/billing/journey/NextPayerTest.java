package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterVoided;
import org.superbill.events.PayerChanged;

/** What the payers of a claim after the first are told, and what they answer. */
@QuarkusTest
@BillingStack
class NextPayerTest extends ClaimJourney {
    private Facts withSecondPayer(PayerChanged second, CoverageChanged secondary, Facts facts) {
        var coded = facts.encounter;
        facts.encounter = new EncounterCoded(
                coded.encounterId(),
                1,
                coded.codingCaseId(),
                coded.patientId(),
                coded.practitionerId(),
                coded.locationId(),
                List.of(facts.coverage.coverageId(), secondary.coverageId()),
                coded.serviceDate(),
                coded.diagnoses(),
                coded.lines(),
                "coder");
        events.publish(practice.organization, second);
        events.publish(practice.organization, secondary);
        return facts;
    }

    private Facts twoPayers() {
        var facts = practice.facts();
        var second = new PayerChanged(UUID.randomUUID(), "LOCK INSURANCE", "88888", "CI", facts.payer.profile());
        var own = facts.coverage;
        var secondary = new CoverageChanged(
                UUID.randomUUID(),
                own.patientId(),
                second.payerId(),
                "S987654321",
                null,
                null,
                2,
                own.relationshipToSubscriber(),
                null,
                own.effectiveFrom(),
                null);
        return withSecondPayer(second, secondary, facts);
    }

    @Test
    void theSecondPayerIsBilledForWhatTheFirstHasLeft() {
        var claimId = practice.receivesClaim(twoPayers());
        assertThat(practice.sends(claimId)) // the first payer is told of the second
                .contains("SBR*P*18*******CI~", "SBR*S*18*******CI~", "NM1*PR*2*LOCK INSURANCE*****PI*88888~")
                .doesNotContain("AMT*D*");
        practice.receives(paid(number(claimId)).text());
        var decided = practice.claim(claimId);
        assertThat(decided.getList("nextAllowed.actions", String.class)).contains("bill-next-payer");
        assertThat(decided.getLong("money.insuranceBalanceCents")).isEqualTo(20_00);
        var next = practice.acts(claimId, "bill-next-payer", "{}", 200);
        assertThat(next.getString("payer.name")).isEqualTo("LOCK INSURANCE");
        assertThat(next.getString("transport")).isEqualTo("ready");
        assertThat(next.getString("adjudication")).isEqualTo("none");
        assertThat(practice.sends(claimId))
                .contains(
                        "SBR*S*18*******CI~", "SBR*P*18*******CI~", "SVD*99999*85*HC:99213**1~", "AMT*D*100~", ":B:1*");
        var claim = practice.claim(claimId);
        assertThat(claim.getLong("money.insuranceBalanceCents")).isEqualTo(20_00);
        assertThat(practice.account("patient-service-revenue")).isEqualTo(-175_00);
    }

    /** @param number of the version that was billed to it */
    private static String ofSecondPayer(String trace, String number, String status, String paid, String left) {
        var sign = status.equals("22") ? "-" : "";
        return PayerFiles.remittance(trace)
                .claim(number, status, sign + "175", sign + paid, "0", "LOCK1")
                .patient()
                .line("99213", sign + "150", sign + paid, number + "L1", "OA*23*" + sign + left)
                .line("87070", sign + "25", "0", number + "L2", "OA*23*" + sign + "25")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE");
    }

    @Test
    void whatTheSecondPayerPaysUnderItsOwnNumberIsPostedOnce() {
        var claimId = practice.receivesClaim(twoPayers());
        practice.sends(claimId);
        var first = number(claimId);
        practice.receives(paid(first).text());
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        practice.sends(claimId);
        var second = number(claimId);
        assertThat(second).isNotEqualTo(first);
        var posted = practice.receives(ofSecondPayer("S" + second, second, "2", "20", "130"));
        assertThat(posted.getString("outcomes[0].result"))
                .as(posted.getString("outcomes[0].message"))
                .isEqualTo("posted");
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("paid");
        assertThat(claim.getLong("money.insuranceBalanceCents")).isZero();
        assertThat(practice.account("cash")).isEqualTo(120_00);

        var again = practice.receives(ofSecondPayer("A" + second, second, "2", "20", "130"));
        assertThat(again.getString("outcomes[0].message")).contains("already-paid");
        var firstAgain = practice.receives(paid(first).text().replace("T" + first, "B" + first));
        assertThat(firstAgain.getString("outcomes[0].message")).contains("already-paid");
        assertThat(practice.account("cash")).isEqualTo(120_00);

        var takenBack = practice.receives(ofSecondPayer("R" + second, second, "22", "20", "130"));
        assertThat(takenBack.getString("outcomes[0].result")).isEqualTo("posted");
        assertThat(practice.account("cash")).isEqualTo(100_00);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(20_00);
    }

    @Test
    void whatTheFirstPayerHasRefusedStaysOpenWhenTheSecondOneDecides() {
        var claimId = practice.receivesClaim(twoPayers());
        practice.sends(claimId);
        var first = number(claimId);
        practice.receives(PayerFiles.remittance("T" + first)
                .claim(first, "1", "175", "100", "20", "PCN1")
                .patient()
                .line("99213", "150", "100", first + "L1", "CO*45*30", "PR*2*20")
                .line("87070", "25", "0", first + "L2", "CO*16*25")
                .text());
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        practice.sends(claimId);
        var second = number(claimId);
        practice.receives(ofSecondPayer("S" + second, second, "2", "20", "130"));
        assertThat(practice.get("/api/v1/denials?claimId=" + claimId).getList("items.state"))
                .containsExactly("open");
        assertThat(practice.get("/api/v1/deadlines?kind=appeal&state=open").getList("items"))
                .hasSize(1);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(25_00);
    }

    private void accepts(String claimId, String payersNumber) {
        practice.receives(PayerFiles.claimAcknowledgment(number(claimId), "A2:20", payersNumber));
    }

    private String decidedByBoth(Facts facts) {
        var claimId = sent(facts);
        practice.receives(paid(number(claimId)).text());
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        practice.sends(claimId);
        practice.receives(ofSecondPayer("S" + claimId, number(claimId), "2", "20", "130"));
        return claimId;
    }

    @Test
    void aVoidedEncounterIsTakenBackFromEachPayer() {
        var facts = twoPayers();
        var claimId = decidedByBoth(facts);
        events.publish(practice.organization, new EncounterVoided(facts.encounter.encounterId(), "entered in error"));
        practice.awaits(claimId, "versions[2].frequency", "8");
        assertThat(practice.sends(claimId)).contains("REF*F8*LOCK1~", "LOCK INSURANCE", ":B:8*");
        accepts(claimId, "LOCK1");
        assertThat(practice.claim(claimId).getInt("payerInTurn")).isEqualTo(1);
        assertThat(practice.sends(claimId)).contains("REF*F8*PCN1~", "NM1*40*2*KEY INSURANCE", ":B:8*");
        assertThat(practice.account("patient-service-revenue")).isZero();
        accepts(claimId, "PCN1");
        assertThat(practice.claim(claimId).getString("owner.role")).isEqualTo("nobody");
    }

    @Test
    void whatTheFirstPayerHasDecidedIsReplacedAndTheSecondIsToldAgain() {
        var claimId = decidedByBoth(twoPayers());
        practice.acts(claimId, "correct", "{\"payerInTurn\":1,\"reason\":\"wrong units\"}", 200);
        assertThat(practice.sends(claimId)).contains("REF*F8*PCN1~", "NM1*40*2*KEY INSURANCE", ":B:7*");
        var number = number(claimId);
        var first = practice.claim(claimId).getString("versions[0].claimNumber");
        practice.receives(PayerFiles.remittance("R" + first)
                .claim(first, "22", "-175", "-100", "-20", "PCN1")
                .patient()
                .line("99213", "-150", "-85", first + "L1", "CO*45*-45", "PR*2*-20")
                .line("87070", "-25", "-15", first + "L2", "CO*45*-10")
                .text());
        practice.receives(paid(number).text());
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        assertThat(practice.account("cash")).isEqualTo(120_00);
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        assertThat(practice.sends(claimId)).contains("REF*F8*LOCK1~", "LOCK INSURANCE", ":B:7*", "AMT*D*100~");
    }

    private String nextPayersDeadline(String claimId) {
        return practice.get("/api/v1/deadlines?kind=next-payer&subjectId=" + claimId)
                .getString("items[0].state");
    }

    @Test
    void aForwardedClaimIsNotBilledTwice() {
        var claimId = sent(twoPayers());
        var number = number(claimId);
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .with("MOA***MA18")
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", number + "L2", "CO*45*10")
                .text());
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("forwarded");
        assertThat(claim.getString("owner.role")).isEqualTo("payer");
        assertThat(claim.getString("owner.due")).isNotBlank();
        assertThat(nextPayersDeadline(claimId)).isEqualTo("open");
        assertThat(practice.acts(claimId, "bill-next-payer", "{}", 409).getString("detail"))
                .contains("nobody is billed twice");
    }

    @Test
    void aClaimThatThePayerHasPassedOnIsAnsweredByTheNextPayerUnderItsFirstNumber() {
        var claimId = sent(twoPayers());
        var number = number(claimId);
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .with("NM1*TT*2*LOCK INSURANCE*****PI*88888")
                .line("99213", "150", "85", number + "L1", "CO*45*45", "PR*2*20")
                .line("87070", "25", "15", number + "L2", "CO*45*10")
                .text());
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("forwarded");
        practice.receives(PayerFiles.remittance("X" + number)
                .claim(number, "2", "175", "20", "0", "LOCK1")
                .patient()
                .line("99213", "150", "20", number + "L1", "OA*23*130")
                .line("87070", "25", "0", number + "L2", "OA*23*25")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("paid");
        assertThat(claim.getString("payerClaimNumber")).isEqualTo("PCN1");
        assertThat(claim.getLong("money.insuranceBalanceCents")).isZero();
        assertThat(nextPayersDeadline(claimId)).isEqualTo("met");
        assertThat(claim.getList("nextAllowed.actions")).contains("correct").doesNotContain("bill-next-payer");
        practice.acts(claimId, "bill-next-payer", "{}", 409);

        var takenBack = practice.receives(ofSecondPayer("R" + number, number, "22", "20", "130"));
        assertThat(takenBack.getString("outcomes[0].result"))
                .as(takenBack.getString("outcomes[0].message"))
                .isEqualTo("posted");
        assertThat(practice.account("cash")).isEqualTo(100_00);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(20_00);
    }
}
