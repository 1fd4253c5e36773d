package org.superbill.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;

/** Preventive care: the contract's part is written off, the payer pays the rest, the patient owes nothing. */
@ExtendWith(RunningSystem.class)
@DisplayName("1. Flu shot")
class J01_FluShotTest {

    @Test
    void theClaimIsPaidAndThePatientOwesNothing(SuperbillSystem system) {
        var practice = FluShot.opens(system);
        var visit = FluShot.takesPlace(practice, "W123456789");
        FluShot.isCoded(practice, visit);

        var biller = practice.biller();
        var claimId = biller.receivesClaim(visit);
        biller.submits(claimId);
        practice.clinic().seesEncounter(visit, "billed");
        practice.tellsEvents(visit.encounterId(), "claim-submitted");
        var accepted = biller.seesTransport(claimId, "accepted");
        assertThat(accepted.path("totalChargeCents").asLong()).isEqualTo(FluShot.CHARGE_CENTS);
        assertThat(biller.x12(claimId))
                .contains("*005010X222A1~")
                .contains("HI*ABK:Z23~")
                .contains("HC:90658");

        practice.payer().reachesPaymentDate();
        var paid = biller.seesAdjudication(claimId, "paid");
        assertThat(paid.at("/money/insuranceBalanceCents").asLong()).isZero();
        assertThat(paid.at("/money/patientBalanceCents").asLong()).isZero();
        assertThat(paid.at("/money/status").asText()).isEqualTo("settled");
        assertThat(biller.received("999")).hasSize(1);
        assertThat(biller.received("277CA")).hasSize(1);
        assertThat(biller.received("835")).hasSize(1);

        practice.clinic().seesEncounter(visit, "closed");
        practice.tellsEvents(visit.encounterId(), "claim-status-changed");
        assertThat(practice.clinic().journey(visit).path("steps")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(practice.books().patientBalance(visit.patientId())).isZero();
        practice.books().areCoherent();
        assertThat(practice.books().entries(claimId)).hasSizeGreaterThanOrEqualTo(2);
    }
}
