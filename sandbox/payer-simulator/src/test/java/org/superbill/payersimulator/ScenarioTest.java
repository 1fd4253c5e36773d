package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.payersimulator.payment.TestPayments;
import org.superbill.payersimulator.scenario.Scenario;
import org.superbill.payersimulator.scenario.Scenario.FileFault;
import org.superbill.payersimulator.scenario.Scenarios;
import org.superbill.x12.X12File;
import org.superbill.x12.remittance.ProviderAdjustment;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceBalance;

/** Each scenario, a claim of its own: what comes back, and that it balances. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class ScenarioTest {
    @Inject
    Scenarios scenarios;

    @Inject
    Mailboxes mailboxes;

    @Inject
    PayerClock clock;

    @Inject
    TestPayments payments;

    @Test
    void everyRemittanceBalancesButTheOneWhoseTotalIsWrong() {
        for (var scenario : scenarios.all()) {
            var account = leave(scenario);
            pass(scenario.payAfterDays());
            pass(30);
            for (var remittance : remittances(account, scenario.file() == FileFault.DAMAGED)) {
                if (scenario.file() != FileFault.WRONG_TOTAL) {
                    assertThat(RemittanceBalance.check(remittance))
                            .as(scenario.id())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void aClaimIsLostOrRefusedAsItsScenarioSays() {
        assertThat(kinds(after("lost", 3))).isEmpty();
        assertThat(kinds(after("lost-after-acknowledgment", 3))).containsExactly("999");
        assertThat(kinds(after("rejected-provider", 3))).containsExactly("999", "277CA");
    }

    @Test
    void aReversalIsCarriedForwardUntilAPaymentCoversIt() {
        var account = after("reversed", 1);
        pass(5);
        var reversal = last(account);
        assertThat(reversal.payment().amount()).isEqualByComparingTo("0");
        assertThat(outside(reversal, "FB")).isEqualByComparingTo("-100");
        leave(account, "C-LATER", "W1");
        pass(1);
        var next = last(account);
        assertThat(next.payment().amount()).isEqualByComparingTo("0");
        assertThat(outside(next, "FB")).isEqualByComparingTo("100");
        assertThat(reversal.providerAdjustments().get(0).reference())
                .isEqualTo(reversal.traceNumber())
                .isEqualTo(next.providerAdjustments().get(0).reference());
    }

    @Test
    void aCorrectionTakesBackAndPaysAnewInOneRemittance() {
        var account = after("reversed-and-corrected", 1);
        pass(5);
        var corrected = last(account);
        assertThat(corrected.claims()).hasSize(2);
        assertThat(corrected.claims().get(0).isReversal()).isTrue();
        assertThat(corrected.claims().get(1).paidAmount()).isEqualByComparingTo("40");
    }

    @Test
    void aRecoupmentIsAnnouncedAndKeptFromALaterPayment() {
        var account = after("recouped", 1);
        pass(5);
        assertThat(outside(last(account), "WO")).isEqualByComparingTo("-100");
        pass(14);
        var kept = last(account);
        assertThat(kept.claims()).isEmpty();
        assertThat(outside(kept, "WO")).isEqualByComparingTo("100");
    }

    @Test
    void filesComeTwiceInOtherEnvelopesBrokenAndWrong() {
        var twice = files(after("file-twice", 1));
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0)).isEqualTo(twice.get(1));
        var enveloped = files(after("file-re-enveloped", 1));
        assertThat(enveloped.get(0)).isNotEqualTo(enveloped.get(1));
        assertThat(read(enveloped.get(0)).traceNumber())
                .isEqualTo(read(enveloped.get(1)).traceNumber());
        var damaged = after("file-damaged", 1);
        assertThat(new String(files(damaged).get(0), StandardCharsets.US_ASCII)).doesNotContain("IEA*");
        pass(1);
        assertThat(RemittanceBalance.check(last(damaged))).isEmpty();
        var wrong = after("wrong-total", 1);
        assertThat(RemittanceBalance.check(last(wrong))).isNotEmpty();
        pass(1);
        assertThat(RemittanceBalance.check(last(wrong))).isEmpty();
    }

    @Test
    void forwardedBundledAndChangedClaimsSaySo() {
        var forwarded = last(after("crossover", 1)).claims().get(0);
        assertThat(forwarded.status().code()).isEqualTo("19");
        assertThat(forwarded.name("TT")).isNotNull();
        assertThat(forwarded.remarkCodes()).containsExactly("MA18");
        var changed =
                last(after("changed-code", 1)).claims().get(0).servicePayment().get(0);
        assertThat(changed.procedure().code()).isEqualTo("99212");
        assertThat(changed.submittedProcedure()).isNotNull();
    }

    private String after(String scenario, int days) {
        var account = leave(scenarios.all().stream()
                .filter(each -> each.id().equals(scenario))
                .findFirst()
                .orElseThrow());
        pass(days);
        return account;
    }

    private String leave(Scenario scenario) {
        var account = UUID.randomUUID().toString();
        leave(account, "C1", "W1" + scenario.memberIdEndsWith());
        return account;
    }

    private static void leave(String account, String number, String memberId) {
        given().contentType("application/edi-x12")
                .body(ClaimToPaymentTest.claim(number, memberId, "1", "").getBytes(StandardCharsets.US_ASCII))
                .post("/mailboxes/{account}/inbound", account)
                .then()
                .statusCode(202);
    }

    private void pass(int days) {
        for (var day = 0; day < days; day++) {
            clock.moveTo(clock.today().plusDays(1));
            payments.run();
        }
    }

    private List<String> kinds(String account) {
        return mailboxes.waiting(account).stream().map(Mailboxes.Waiting::kind).toList();
    }

    private List<byte[]> files(String account) {
        return mailboxes.waiting(account).stream()
                .filter(file -> file.kind().equals("835"))
                .map(file -> mailboxes.content(account, file.id()).orElseThrow())
                .toList();
    }

    private RemittanceAdvice last(String account) {
        var files = files(account);
        return read(files.get(files.size() - 1));
    }

    private List<RemittanceAdvice> remittances(String account, boolean firstIsDamaged) {
        var files = files(account);
        var read = new ArrayList<RemittanceAdvice>();
        files.subList(firstIsDamaged ? 1 : 0, files.size()).forEach(file -> read.add(read(file)));
        return read;
    }

    private static BigDecimal outside(RemittanceAdvice remittance, String reason) {
        return remittance.providerAdjustments().stream()
                .filter(adjustment -> adjustment.reason().equals(reason))
                .map(ProviderAdjustment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RemittanceAdvice read(byte[] file) {
        try {
            return RemittanceAdvice.of(
                    X12File.read(new ByteArrayInputStream(file)).transactions().get(0));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
