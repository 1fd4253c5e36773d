package org.superbill.payersimulator.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.superbill.payersimulator.ClaimToPaymentTest;
import org.superbill.payersimulator.StateDirectory;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payee;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payer;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Person;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;

@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class PayerClaimsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Inject
    ObjectMapper json;

    @TempDir
    Path folder;

    @Test
    void whatWasSavedIsThereAfterARestartAndTheRestIsNot() {
        var claims = new PayerClaims(new StateDirectory(folder), json);
        claims.together(() -> {
            claims.keep(PayerClaim.received(claim("PS1"), MONDAY, "adjudicated"));
            claims.plan(due("PS1", MONDAY.plusDays(1)));
            claims.owes(party(), new Owed(12_50, "EFT1"));
            claims.send(MONDAY, "account", "ISA".getBytes(StandardCharsets.US_ASCII));
        });
        assertThatThrownBy(() -> claims.together(() -> {
                    claims.done(due("PS1", MONDAY.plusDays(1)));
                    claims.owes(party(), Owed.NOTHING);
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        claims.close();

        var afterARestart = new PayerClaims(new StateDirectory(folder), json);
        assertThat(afterARestart.of("account")).extracting(PayerClaim::claim).containsExactly(claim("PS1"));
        assertThat(afterARestart.due(MONDAY.plusDays(1), null, 10)).containsExactly(due("PS1", MONDAY.plusDays(1)));
        assertThat(afterARestart.owed(party())).isEqualTo(new Owed(12_50, "EFT1"));
        assertThat(afterARestart.outgoing(MONDAY))
                .hasValueSatisfying(file -> assertThat(file.file()).asString().isEqualTo("ISA"));
        afterARestart.close();
    }

    @Test
    void nobodyElseSavesWhatIsHalfDone() throws InterruptedException {
        var claims = new PayerClaims(new StateDirectory(folder), json);
        claims.together(() -> claims.plan(due("PS1", MONDAY)));
        var saved = new CountDownLatch(1);
        var intake = new Thread(() -> {
            claims.together(() -> claims.plan(due("PS2", MONDAY)));
            saved.countDown();
        });
        assertThatThrownBy(() -> claims.together(() -> {
                    claims.done(due("PS1", MONDAY));
                    intake.start();
                    while (intake.getState() != Thread.State.BLOCKED) {
                        Thread.onSpinWait();
                    }
                    throw new IllegalStateException("killed before the remittance was written");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(saved.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(claims.due(MONDAY, null, 10))
                .extracting(Due::payerClaimNumber)
                .containsExactly("PS1", "PS2");
        claims.close();
    }

    @Test
    void filesComeByDayAndInOrderUntilTheyAreSent() {
        var claims = new PayerClaims(new StateDirectory(folder), json);
        claims.together(() -> {
            claims.send(MONDAY.plusDays(1), "one_of_two", new byte[] {3});
            claims.send(MONDAY, "one_of_two", new byte[] {1});
            claims.send(MONDAY, "one", new byte[] {2});
        });
        assertThat(claims.outgoing(MONDAY.minusDays(1))).isEmpty();
        for (var number = 1; number <= 2; number++) {
            var next = claims.outgoing(MONDAY).orElseThrow();
            assertThat(next.file()).containsExactly(number);
            claims.together(() -> claims.sent(next));
        }
        assertThat(claims.outgoing(MONDAY)).isEmpty();
        assertThat(claims.outgoing(MONDAY.plusDays(1)).orElseThrow().account()).isEqualTo("one_of_two");
        claims.close();
    }

    @Test
    void whatIsDueComesByPartyAndDay() {
        var claims = new PayerClaims(new StateDirectory(folder), json);
        claims.plan(due("PS3", MONDAY.plusDays(3)));
        claims.plan(due("PS1", MONDAY.plusDays(1)));
        claims.plan(due("PS2", MONDAY.plusDays(1)));
        assertThat(claims.due(MONDAY, null, 10)).isEmpty();
        assertThat(claims.due(MONDAY.plusDays(1), null, 10))
                .extracting(Due::payerClaimNumber)
                .containsExactly("PS1", "PS2");
        assertThat(claims.due(MONDAY.plusDays(1), null, 1))
                .extracting(Due::payerClaimNumber)
                .containsExactly("PS1");
        assertThat(claims.due(MONDAY.plusDays(1), party(), 10)).isEmpty();
        claims.done(due("PS1", MONDAY.plusDays(1)));
        assertThat(claims.due(MONDAY.plusDays(1), null, 10))
                .extracting(Due::payerClaimNumber)
                .containsExactly("PS2");
        claims.close();
    }

    @Test
    void theNextDayIsTheFirstOfAllPartiesUntilTheGivenOne() {
        var claims = new PayerClaims(new StateDirectory(folder), json);
        claims.plan(due("PS3", MONDAY.plusDays(3)));
        claims.plan(new Due(
                Due.Party.of(claim("PS2"), "TWICE"),
                MONDAY.plusDays(2),
                "PS2",
                Due.PAY)); // a party that comes after the other
        assertThat(claims.nextDue(LocalDate.MIN, MONDAY.plusDays(1))).isEmpty();
        assertThat(claims.nextDue(LocalDate.MIN, MONDAY.plusDays(9))).hasValue(MONDAY.plusDays(2));
        assertThat(claims.nextDue(MONDAY.plusDays(2), MONDAY.plusDays(9))).hasValue(MONDAY.plusDays(3));
        assertThat(claims.nextDue(MONDAY.plusDays(3), MONDAY.plusDays(9))).isEmpty();
        claims.close();
    }

    private static Due due(String number, LocalDate on) {
        return new Due(party(), on, number, Due.PAY);
    }

    private static Due.Party party() {
        return Due.Party.of(claim("PS1"), "NONE");
    }

    private static SubmittedClaim claim(String number) {
        return new SubmittedClaim(
                "account",
                number,
                "C1",
                "1",
                null,
                null,
                "W1",
                "P",
                new Payer("PRAIRIE HEALTH PLAN", "66666"),
                new Payee("RIVERSIDE", "1234567893", "123456789"),
                new Person("LOPEZ", "MARIA"),
                null,
                "11",
                List.of("J029"),
                List.of(new Line(
                        1, "L1", "99213", null, List.of(), new BigDecimal("150"), BigDecimal.ONE, MONDAY, List.of())),
                List.of(),
                new Route("ZZ", "RFM001", "ZZ", "66666", "RFM001", "66666", "T"));
    }
}
