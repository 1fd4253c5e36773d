package org.superbill.payersimulator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.superbill.payersimulator.ClaimToPaymentTest;
import org.superbill.payersimulator.adjudication.Decision.Adjustment;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payee;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payer;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Person;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.payersimulator.benefit.Benefits;
import org.superbill.payersimulator.benefit.Benefits.Member;
import org.superbill.payersimulator.scenario.Scenarios;

@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class AdjudicatorTest {
    @Inject
    Benefits benefits;

    @Inject
    Scenarios scenarios;

    @AfterEach
    void forgetMembers() {
        benefits.replace(new Benefits.Known(Map.of(), Map.of()));
    }

    @Test
    void aVaccineWithItsReasonIsPaidAsAllowed() {
        var decision = decide(claim("W1", "1", "Z23", "90658", "25.00"));
        assertThat(decision.paid()).isEqualByComparingTo("20.00");
        assertThat(decision.lines().get(0).adjustments())
                .containsExactly(new Adjustment("CO", "45", new BigDecimal("5.00")));
    }

    @Test
    void aVaccineForAnotherReasonBearsCoinsurance() {
        assertThat(decide(claim("W1", "1", "J029", "90658", "25.00")).patientResponsibility())
                .isEqualByComparingTo("4.00");
    }

    @Test
    void theCopayIsNeverMoreThanWhatIsAllowed() {
        var decision = decide(claim("W1", "1", "J029", "99211", "15.00"));
        assertThat(decision.paid()).isEqualByComparingTo("0.00");
        assertThat(decision.patientResponsibility()).isEqualByComparingTo("12.00");
    }

    @Test
    void aDeniedLineIsPaidWhenItIsReplaced() {
        var denied = decide(claim("W1D16", "1", "J029", "99213", "150.00"));
        assertThat(denied.paid()).isEqualByComparingTo("0.00");
        assertThat(denied.lines().get(0).remarks()).containsExactly("N382");
        assertThat(decide(claim("W1D16", "7", "J029", "99213", "150.00")).paid())
                .isEqualByComparingTo("100.00");
    }

    @Test
    void everyLineBalances() {
        for (var memberId : List.of("W1", "W1D16", "W1P50", "W1XU1", "W1SEQ", "W1QMB", "W1D204", "W1CHG", "W1PD1")) {
            for (var charge : List.of("0.01", "0.03", "33.33", "99999.99")) {
                for (var line :
                        decide(claim(memberId, "1", "J029", "87070", charge)).lines()) {
                    var adjusted = line.adjustments().stream()
                            .map(Adjustment::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(line.paid().add(adjusted))
                            .as(memberId + " " + charge)
                            .isEqualByComparingTo(charge);
                }
            }
        }
    }

    @Test
    void aMemberOutsideOfCoverageIsDeniedAndItsOwnSharesHoldInside() {
        benefits.replace(new Benefits.Known(
                Map.of(
                        "W2",
                        new Member(
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 3, 1),
                                new BigDecimal("5"),
                                new BigDecimal("0.1")),
                        "W3",
                        new Member(LocalDate.of(2026, 3, 2), null, new BigDecimal("5"), new BigDecimal("0.1"))),
                Map.of("87070", new BigDecimal("30.00"))));
        assertThat(decide(claim("W2", "1", "J029", "87070", "50.00"))
                        .lines()
                        .get(0)
                        .adjustments())
                .containsExactly(new Adjustment("CO", "27", new BigDecimal("50.00")));
        var covered = decide(claim("W3", "1", "J029", "87070", "50.00"));
        assertThat(covered.paid()).isEqualByComparingTo("27.00");
        assertThat(covered.patientResponsibility()).isEqualByComparingTo("3.00");
    }

    private Decision decide(SubmittedClaim claim) {
        return new Adjudicator(benefits).decide(claim, scenarios.of(claim.memberId(), claim.claimNumber()));
    }

    private static SubmittedClaim claim(
            String memberId, String frequency, String diagnosis, String procedure, String charge) {
        return new SubmittedClaim(
                "account",
                "PS1",
                "C1",
                frequency,
                null,
                null,
                memberId,
                "P",
                new Payer("PRAIRIE HEALTH PLAN", "66666"),
                new Payee("RIVERSIDE", "1234567893", "123456789"),
                new Person("LOPEZ", "MARIA"),
                null,
                "11",
                List.of(diagnosis),
                List.of(new Line(
                        1,
                        "L1",
                        procedure,
                        null,
                        List.of(),
                        new BigDecimal(charge),
                        BigDecimal.ONE,
                        LocalDate.of(2026, 3, 2),
                        List.of())),
                List.of(),
                new Route("ZZ", "RFM001", "ZZ", "66666", "RFM001", "66666", "T"));
    }
}
