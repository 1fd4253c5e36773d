package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** What may be done next says until when, and to whom it would go by what is known today. */
@QuarkusTest
@BillingStack
class NextStepsTest {
    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private String isSent(Facts facts) {
        var claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        return claimId;
    }

    private String number(String claimId) {
        return practice.claim(claimId).getString("claimNumber");
    }

    private void paysBut30(String claimId) {
        var number = number(claimId);
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "145", "30", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "PR*2*30")
                .line("87070", "25", "25", number + "L2")
                .text());
    }

    private void limits(UUID payer, int days, String from) {
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"days\":%d,\"countedFrom\":\"%s\"}".formatted(days, from))
                .put("/api/v1/filing-limits/%s/secondary".formatted(payer))
                .then()
                .statusCode(200);
    }

    @Test
    void theNextPayersLimitIsTheClockOfBillingIt() {
        var facts = practice.facts().nextPayer();
        var claimId = isSent(facts);
        limits(facts.nextPayer.payerId(), 90, "remittance");
        paysBut30(claimId);
        var option = "options.find { it.action == 'bill-next-payer' }.clock.due";
        assertThat(practice.claim(claimId).getString("nextAllowed." + option))
                .isEqualTo("2026-06-01"); // 3 March and 90 days
        assertThat(practice.get("/api/v1/claims?patientId=" + facts.patient.patientId())
                        .getString("items[0].nextAllowed." + option))
                .isEqualTo("2026-06-01");
    }

    @Test
    void nothingIsDueAfterTheLastDayOnWhichItIsInTime() {
        var facts = practice.facts().nextPayer();
        var claimId = isSent(facts);
        var today = FixedDay.DATE;
        limits(facts.nextPayer.payerId(), Math.toIntExact(ChronoUnit.DAYS.between(Facts.ON, today)) + 3, "service");
        paysBut30(claimId);
        var claim = practice.claim(claimId);
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(claim.getString("owner.due")).isEqualTo(today.plusDays(3).toString());
        assertThat(dueBefore(today.plusDays(3))).isEmpty();
        assertThat(dueBefore(today.plusDays(4))).containsExactly(claimId);
    }

    private List<String> dueBefore(LocalDate day) {
        return practice.get("/api/v1/claims?owner=biller&dueBefore=" + day).getList("items.id");
    }

    @Test
    void whereTheCoverageWasAnotherPayersThatOneIsBilledAndTheRefusalIsClosedWhenItHasPaid() {
        var facts = practice.facts();
        var claimId = isSent(facts);
        var first = number(claimId);
        practice.receives(PayerFiles.remittance("T" + first)
                .claim(first, "4", "175", "0", "0", "PCN1")
                .patient()
                .line("99213", "150", "0", first + "L1", "CO*27*150")
                .line("87070", "25", "0", first + "L2", "CO*27*25")
                .text());
        assertThat(practice.claim(claimId).getString("nextAllowed.options.find { it.action == 'correct' }.frequency"))
                .isEqualTo("7");
        facts.anotherPayer();
        events.publish(practice.organization, facts.payer);
        events.publish(practice.organization, facts.coverage);
        await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> practice.claim(claimId)
                                .getString("nextAllowed.options.find { it.action == 'correct' }.frequency"),
                        "1"::equals);
        assertThat(practice.claim(claimId).getString("nextAllowed.options.find { it.action == 'correct' }.references"))
                .isNull();
        assertThat(practice.acts(claimId, "correct", "{\"reason\":\"LOCK insures her\"}", 200)
                        .getString("frequency"))
                .isEqualTo("1");
        practice.sends(claimId);
        var second = number(claimId);
        assertThat(openDenials(claimId)).hasSize(2);
        practice.receives(PayerFiles.remittance("T" + second)
                .claim(second, "1", "175", "175", "0", "LCN1")
                .patient()
                .line("99213", "150", "150", second + "L1")
                .line("87070", "25", "25", second + "L2")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        assertThat(openDenials(claimId)).isEmpty();
        assertThat(practice.get("/api/v1/deadlines?kind=appeal&state=open").getList("items"))
                .isEmpty();
        assertThat(practice.get("/api/v1/deadlines?kind=appeal&state=withdrawn").getList("items"))
                .hasSize(2);
        assertThat(practice.account("insurance-receivable")).isZero();
    }

    private List<Object> openDenials(String claimId) {
        return practice.get("/api/v1/denials?claimId=" + claimId).getList("items.findAll { it.state == 'open' }");
    }
}
