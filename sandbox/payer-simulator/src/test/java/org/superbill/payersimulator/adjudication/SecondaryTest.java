package org.superbill.payersimulator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.superbill.payersimulator.ClaimToPaymentTest;
import org.superbill.payersimulator.adjudication.Decision.Adjustment;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payee;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payer;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Person;
import org.superbill.payersimulator.adjudication.SubmittedClaim.PriorDecision;
import org.superbill.payersimulator.adjudication.SubmittedClaim.PriorPayer;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.payersimulator.benefit.Benefits;
import org.superbill.payersimulator.scenario.Scenarios;

/** What is left for a payer after others. Tests of laboratory lines: 80 % allowed, 20 % of that coinsurance. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class SecondaryTest {
    @Inject
    Benefits benefits;

    @Inject
    Scenarios scenarios;

    @Test
    void thePayerPaysWhatThePrimaryLeftToThePatient() {
        var decision = decide(claim("W1", "S", List.of(payer("P1", "96")), line("150", prior("P1", "96", "30", "24"))));
        assertThat(decision.paid()).isEqualByComparingTo("24"); // of the 96 that it would pay alone
        assertThat(adjustments(decision)).containsExactly("OA-23 126.00");
    }

    @Test
    void itPaysNoMoreThanItWouldPayAlone() {
        var denied = decide(claim("W1", "S", List.of(payer("P1", "0")), line("150", prior("P1", "0", "0", "150"))));
        assertThat(denied.paid()).isEqualByComparingTo("96.00");
        assertThat(adjustments(denied)).containsExactly("CO-45 30.00", "PR-2 24.00");
        var most = decide(claim("W1", "S", List.of(payer("P1", "40")), line("150", prior("P1", "40", "0", "110"))));
        assertThat(most.paid()).isEqualByComparingTo("96.00");
        assertThat(adjustments(most)).containsExactly("OA-23 40.00", "PR-2 14.00");
    }

    @Test
    void whatTheContractOfThePrimaryTookIsNotPaid() {
        var decision = decide(claim("W1", "S", List.of(payer("P1", "0")), line("150", prior("P1", "0", "150", "0"))));
        assertThat(decision.paid()).isEqualByComparingTo("0");
        assertThat(adjustments(decision)).containsExactly("OA-23 150.00");
    }

    @Test
    void aDenialIsOfWhatWasLeft() {
        var decision =
                decide(claim("W1D29", "S", List.of(payer("P1", "96")), line("150", prior("P1", "96", "30", "24"))));
        assertThat(adjustments(decision)).containsExactly("OA-23 126.00", "CO-29 24.00");
    }

    @Test
    void whatWasDecidedOfTheWholeClaimIsSharedOutByChargeToTheCent() {
        var whole = new PriorPayer(
                "P1", new BigDecimal("100"), List.of(adjustment("CO", "45", "35"), adjustment("PR", "1", "15")));
        var decision = decide(claim("W1", "S", List.of(whole), line("50"), line("50"), line("50")));
        assertThat(adjustments(decision)).containsExactly("OA-23 45.00", "OA-23 45.00", "OA-23 45.00");
        assertThat(decision.paid()).isEqualByComparingTo("15.00");
        var partly = new PriorPayer("P1", new BigDecimal("90"), List.of(adjustment("PR", "1", "10"))); // lines: 100
        assertThat(decide(claim("W1", "S", List.of(partly), line("150", prior("P1", "100", "50", "0"))))
                        .paid())
                .isEqualByComparingTo("10.00");
    }

    @Test
    void aThirdPayerPaysWhatTheSecondLeft() {
        var decision = decide(claim(
                "W1",
                "T",
                List.of(payer("P1", "96"), payer("P2", "20")),
                line("150", prior("P1", "96", "30", "24"), prior("P2", "20", "126", "4"))));
        assertThat(decision.paid()).isEqualByComparingTo("4");
        assertThat(adjustments(decision)).containsExactly("OA-23 146.00");
    }

    @Test
    void withoutThePrimarysDecisionTheClaimIsUnprocessable() {
        var decision = decide(claim("W1", "S", List.of(), line("150")));
        assertThat(decision.paid()).isEqualByComparingTo("0");
        assertThat(adjustments(decision)).containsExactly("CO-16 150.00");
        assertThat(decision.claimRemarks()).containsExactly("MA04");
    }

    @Test
    void allPayersTogetherNeverPayMoreThanTheChargeAndEachLineBalances() {
        var seed = 20261127L;
        var random = new SplittableRandom(seed);
        for (var round = 0; round < 2_000; round++) {
            var charge = random.nextLong(1, 50_000);
            var paid = random.nextLong(charge + 1);
            var contract = random.nextLong(charge - paid + 1);
            var wrong = random.nextInt(10) == 0 ? 5_000 : 0; // some senders do not balance
            var decision = decide(claim(
                    List.of("W1", "W1SEQ", "W1P50", "W1PD1").get(random.nextInt(4)),
                    "S",
                    List.of(payer("P1", dollars(paid))),
                    line(
                            dollars(charge),
                            prior("P1", dollars(paid), dollars(contract), dollars(charge - paid - contract + wrong)))));
            var line = decision.lines().get(0);
            var as = "seed %d, round %d: %s".formatted(seed, round, line);
            var adjusted = line.adjustments().stream().map(Adjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(line.paid().add(adjusted)).as(as).isEqualByComparingTo(dollars(charge));
            assertThat(line.paid()).as(as).isBetween(BigDecimal.ZERO, new BigDecimal(dollars(charge - paid)));
            assertThat(line.adjustments()).as(as).allMatch(each -> each.amount().signum() > 0);
        }
    }

    private Decision decide(SubmittedClaim claim) {
        return new Adjudicator(benefits).decide(claim, scenarios.of(claim.memberId(), claim.claimNumber()));
    }

    private static List<String> adjustments(Decision decision) {
        var all = new ArrayList<String>();
        decision.lines()
                .forEach(line -> line.adjustments()
                        .forEach(each -> all.add("%s-%s %s"
                                .formatted(
                                        each.group(),
                                        each.reason(),
                                        each.amount().setScale(2)))));
        return all;
    }

    private static String dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static PriorPayer payer(String identifier, String paid) {
        return new PriorPayer(identifier, new BigDecimal(paid), List.of());
    }

    private static PriorDecision prior(String payer, String paid, String contract, String patient) {
        return new PriorDecision(
                payer, new BigDecimal(paid), List.of(adjustment("CO", "45", contract), adjustment("PR", "2", patient)));
    }

    private static Adjustment adjustment(String group, String reason, String amount) {
        return new Adjustment(group, reason, new BigDecimal(amount));
    }

    private static Line line(String charge, PriorDecision... prior) {
        return new Line(
                1,
                "L1",
                "87070",
                null,
                List.of(),
                new BigDecimal(charge),
                BigDecimal.ONE,
                LocalDate.of(2026, 3, 2),
                List.of(prior));
    }

    private static SubmittedClaim claim(
            String memberId, String responsibility, List<PriorPayer> priorPayers, Line... lines) {
        return new SubmittedClaim(
                "account",
                "PS1",
                "C1",
                "1",
                null,
                null,
                memberId,
                responsibility,
                new Payer("PRAIRIE HEALTH PLAN", "66666"),
                new Payee("RIVERSIDE", "1234567893", "123456789"),
                new Person("LOPEZ", "MARIA"),
                null,
                "11",
                List.of("J029"),
                Arrays.asList(lines),
                priorPayers,
                new Route("ZZ", "RFM001", "ZZ", "66666", "RFM001", "66666", "T"));
    }
}
