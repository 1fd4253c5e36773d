package org.superbill.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;

/** What is denied stays the payer's to pay; the replacement claim is paid and the first answer is taken back. */
@ExtendWith(RunningSystem.class)
@DisplayName("3. Denied, corrected, paid")
class J03_DeniedCorrectedPaidTest {

    @Test
    void theReplacementIsPaidAndTheLedgerShowsBoth(SuperbillSystem system) {
        var practice = FluShot.opens(system);
        var visit = OfficeVisit.takesPlaceAndIsCoded(practice, "W10000D16");
        var biller = practice.biller();
        var claimId = biller.receivesClaim(visit);
        biller.submits(claimId);
        biller.seesTransport(claimId, "accepted");
        var first = biller.claim(claimId);

        practice.payer().reachesPaymentDate();
        var denied = biller.seesAdjudication(claimId, "partially-paid");
        assertThat(denied.path("payerClaimNumber").asText()).isNotBlank();
        var denials = biller.denials(claimId);
        assertThat(denials).hasSize(1);
        var denial = denials.get(0);
        assertThat(denial.path("group").asText()).isEqualTo("CO");
        assertThat(denial.path("carc").asText()).isEqualTo("16");
        assertThat(denial.path("rarcs").toString()).contains("N382");
        assertThat(denial.path("reason").asText())
                .containsIgnoringCase("missing")
                .containsIgnoringCase("patient");
        assertThat(denied.at("/lines/0/denied").asBoolean()).isTrue();
        assertThat(denied.at("/lines/0/denialReason").asText()).isNotBlank();
        assertThat(denied.at("/lines/1/denied").asBoolean()).isFalse();
        assertThat(denied.at("/money/insuranceBalanceCents").asLong())
                .as("a denial is not written off")
                .isEqualTo(150_00);
        practice.tellsEvents(visit.encounterId(), "claim-denied");
        system.narrator().fact("line 1 is denied: " + denial.path("reason").asText());

        biller.corrects(claimId);
        biller.submits(claimId);
        biller.seesTransport(claimId, "accepted");
        var replacement = biller.x12(claimId);
        assertThat(replacement)
                .contains(":B:7*")
                .contains("REF*F8*" + denied.path("payerClaimNumber").asText() + "~")
                .contains("LX*1~")
                .contains("LX*2~");
        assertThat(biller.claim(claimId).path("claimNumber").asText())
                .isNotEqualTo(first.path("claimNumber").asText());

        practice.payer().reachesPaymentDate();
        var paid = biller.seesAdjudication(claimId, "paid");
        assertThat(paid.at("/money/insuranceBalanceCents").asLong()).isZero();
        assertThat(paid.at("/money/patientBalanceCents").asLong()).isEqualTo(20_00 + 4_00);
        assertThat(practice.books().patientBalance(visit.patientId())).isEqualTo(24_00);
        assertThat(practice.books().written(claimId))
                .as("the charge, the first answer (nothing for the denied line), its reversal, the second answer")
                .containsExactly(
                        "charge | insurance-receivable debit 15000, line 1 | patient-service-revenue credit 15000, line 1"
                                + " | insurance-receivable debit 2500, line 2 | patient-service-revenue credit 2500, line 2",
                        "payer-payment | cash debit 1600, line 2 | insurance-receivable credit 1600, line 2"
                                + " | contractual-adjustment debit 500, line 2, CO-45 | insurance-receivable credit 500, line 2, CO-45"
                                + " | patient-receivable debit 400, line 2, PR-2 | insurance-receivable credit 400, line 2, PR-2",
                        "payer-reversal | cash credit 1600, line 2 | insurance-receivable debit 1600, line 2"
                                + " | contractual-adjustment credit 500, line 2, CO-45 | insurance-receivable debit 500, line 2, CO-45"
                                + " | patient-receivable credit 400, line 2, PR-2 | insurance-receivable debit 400, line 2, PR-2",
                        "payer-payment | cash debit 10000, line 1 | insurance-receivable credit 10000, line 1"
                                + " | contractual-adjustment debit 3000, line 1, CO-45 | insurance-receivable credit 3000, line 1, CO-45"
                                + " | patient-receivable debit 2000, line 1, PR-3 | insurance-receivable credit 2000, line 1, PR-3"
                                + " | cash debit 1600, line 2 | insurance-receivable credit 1600, line 2"
                                + " | contractual-adjustment debit 500, line 2, CO-45 | insurance-receivable credit 500, line 2, CO-45"
                                + " | patient-receivable debit 400, line 2, PR-2 | insurance-receivable credit 400, line 2, PR-2");
        assertThat(practice.books().accounts())
                .isEqualTo(Map.of(
                        "cash", 116_00L,
                        "contractual-adjustment", 35_00L,
                        "patient-receivable", 24_00L,
                        "patient-service-revenue", -175_00L));
        practice.books().areCoherent();
    }
}
