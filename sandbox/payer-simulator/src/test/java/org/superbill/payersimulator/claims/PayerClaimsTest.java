package org.superbill.payersimulator.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
        claims.keep(PayerClaim.received(claim("PS1"), MONDAY, "adjudicated"));
        claims.plan(due("PS1", MONDAY.plusDays(1)));
        claims.owes(party(), 12_50);
        claims.save();
        claims.close();

        var afterARestart = new PayerClaims(new StateDirectory(folder), json);
        assertThat(afterARestart.of("account")).extracting(PayerClaim::claim).containsExactly(claim("PS1"));
        assertThat(afterARestart.due(MONDAY.plusDays(1), null, 10)).containsExactly(due("PS1", MONDAY.plusDays(1)));
        assertThat(afterARestart.owed(party())).isEqualTo(12_50);
        afterARestart.close();
    }

    @Test
    void whatIsDueComesByPartyAndDayAndNotBefore() {
        var claims = new PayerClaims(new StateDirectory(folder), json);
        claims.plan(due("PS3", MONDAY.plusDays(3)));
        claims.plan(due("PS1", MONDAY.plusDays(1)));
        claims.plan(due("PS2", MONDAY.plusDays(1)));
        assertThat(claims.due(MONDAY, null, 10)).isEmpty();
        assertThat(claims.due(MONDAY.plusDays(2), null, 10))
                .extracting(Due::payerClaimNumber)
                .containsExactly("PS1", "PS2");
        assertThat(claims.due(MONDAY.plusDays(9), null, 1))
                .extracting(Due::payerClaimNumber)
                .containsExactly("PS1");
        assertThat(claims.due(MONDAY.plusDays(9), party(), 10)).isEmpty();
        claims.done(due("PS1", MONDAY.plusDays(1)));
        assertThat(claims.due(MONDAY.plusDays(9), null, 10))
                .extracting(Due::payerClaimNumber)
                .containsExactly("PS2", "PS3");
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
                new Payer("PRAIRIE HEALTH PLAN", "66666"),
                new Payee("RIVERSIDE", "1234567893", "123456789"),
                new Person("LOPEZ", "MARIA"),
                null,
                "11",
                List.of("J029"),
                List.of(new Line(1, "L1", "99213", List.of(), new BigDecimal("150"), BigDecimal.ONE, MONDAY)),
                new Route("ZZ", "RFM001", "ZZ", "66666", "RFM001", "66666", "T"));
    }
}
