package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.testing.TestEvents;

/** More lines than a claim takes make a second claim, and an amendment that needs none takes it back. */
@QuarkusTest
@BillingStack
class PartedClaimTest {
    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private static EncounterCoded.Line[] lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Facts.line(number, "992%02d".formatted(number), 10_00 + number))
                .toArray(EncounterCoded.Line[]::new);
    }

    private List<String> field(Facts facts, String field) {
        return practice.get("/api/v1/claims?encounterId=" + facts.encounter.encounterId())
                .getList("items." + field, String.class);
    }

    @Test
    void theFiftyFirstLineIsBilledOnAClaimOfItsOwn() {
        var facts = practice.facts().lines(lines(51));
        practice.registers(facts);
        events.publish(practice.organization, facts.encounter);
        await().atMost(Duration.ofSeconds(30)).until(() -> field(facts, "id").size() == 2);
        var second = field(facts, "id").get(1);
        assertThat(practice.claim(second).getList("findings")).isEmpty();
        assertThat(practice.claim(second).getList("lines.lineNumber")).containsExactly(51);
        assertThat(practice.sends(second)).contains("LX*1~", "SV1*HC:99251*10.51*", "L51~");
        facts.codingVersion(2).lines(lines(50));
        events.publish(practice.organization, facts.encounter);
        practice.awaits(field(facts, "id").get(0), "codingVersion", "2");
        practice.awaits(second, "codingVersion", "2");
        assertThat(practice.claim(second).getString("owner.role")).isEqualTo("biller");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatItsPayerPaysOfAPartThatIsLeftEmptyIsTakenBackByItself(boolean paidBefore) {
        var facts = practice.facts().terms(new AgreedTerms().mostLines(1));
        var second = isParted(facts);
        var number = practice.claim(second).getString("claimNumber");
        var payment = PayerFiles.remittance("T" + number)
                .claim(number, "1", "25", "25", "0", "PCN1")
                .patient()
                .line("87070", "25", "25", number + "L2")
                .text();
        if (paidBefore) {
            practice.receives(payment);
        }
        facts.codingVersion(2).lines(Facts.line(1, "99213", 150_00));
        events.publish(practice.organization, facts.encounter);
        practice.awaits(second, "voided", "true");
        if (!paidBefore) {
            assertThat(practice.claim(second).getString("nextAllowed.why")).contains("its coding leaves nothing");
            practice.receives(payment);
        }
        var prepared = practice.awaits(second, "frequency", "8");
        assertThat(prepared.getString("transport")).isEqualTo("ready");
        assertThat(prepared.getList("nextAllowed.actions")).isEqualTo(List.of("submit"));
        assertThat(prepared.getString("nextAllowed.references")).isEqualTo("PCN1");
        assertThat(practice.sends(second)).contains(":B:8*", "REF*F8*PCN1~");
        assertThat(practice.account("insurance-receivable"))
                .isEqualTo(-25_00); // which the payer takes back by its reversal
    }

    /** Its payer, which takes neither corrections nor voids, has paid 12.00 of 25.00; 5.00 were of its contract, 5.00 the patient's, and 3.00 it refuses. */
    @Test
    void aPartThatIsFilledAgainIsChargedAsItsPayerHasIt() {
        var facts = practice.facts().acceptsCorrectedClaims(false).terms(new AgreedTerms().mostLines(1));
        var second = isParted(facts);
        var number = practice.claim(second).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "25", "12", "5", "PCN1")
                .patient()
                .line("87070", "25", "12", number + "L2", "CO*45*5**50*3", "PR*2*5")
                .text());
        assertBooks(3_00, 5_00, 5_00, -25_00);
        for (var version = 2; version < 6; version += 2) {
            isCoded(facts, version, second, true);
            assertBooks(-12_00, 0, 0, 0);
            assertThat(openDenials(second)).isEmpty();
            isCoded(facts, version + 1, second, false);
            assertBooks(3_00, 5_00, 5_00, -25_00);
            assertThat(openDenials(second)).hasSize(1);
            assertThat(practice.claim(second).getString("owner.role")).isEqualTo("biller");
            assertThat(practice.claim(second).getList("nextAllowed.actions")).contains("reopen", "appeal");
        }
        assertThat(practice.get("/api/v1/claims/" + second + "/history").getList("steps.step"))
                .contains("charges-put-back");
        assertThat(practice.booksAreCoherent()).isTrue();
    }

    private void isCoded(Facts facts, int version, String second, boolean empty) {
        facts.codingVersion(version)
                .lines(
                        empty
                                ? new EncounterCoded.Line[] {Facts.line(1, "99213", 150_00)}
                                : new EncounterCoded.Line[] {
                                    Facts.line(1, "99213", 150_00), Facts.line(2, "87070", 25_00)
                                });
        events.publish(practice.organization, facts.encounter);
        practice.awaits(second, "voided", String.valueOf(empty));
    }

    /** @return the part with the second line, which is with its payer */
    private String isParted(Facts facts) {
        practice.registers(facts);
        events.publish(practice.organization, facts.encounter);
        await().atMost(Duration.ofSeconds(120)).until(() -> field(facts, "id").size() == 2);
        var second = field(facts, "id").get(1);
        practice.sends(second);
        return second;
    }

    /** Its payer, which takes neither corrections nor voids, has paid 12.00 of 25.00, and refuses 3.00; 5.00 are the next payer's, which pays them and what was refused, or the first takes all back. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatPayersDecideOfAnEmptyPartCountsWhenItIsFilledAgain(boolean nextPays) {
        var facts = practice.facts().nextPayer().acceptsCorrectedClaims(false).terms(new AgreedTerms().mostLines(1));
        var second = isParted(facts);
        var number = practice.claim(second).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "25", "12", "5", "PCN1")
                .patient()
                .line("87070", "25", "12", number + "L2", "CO*45*5**50*3", "PR*2*5")
                .text());
        practice.acts(second, "bill-next-payer", "{}", 200);
        practice.sends(second);
        assertThat(openDenials(second)).hasSize(1);
        isCoded(facts, 2, second, true);
        assertBooks(-12_00, 0, 0, 0);
        if (nextPays) {
            var next = practice.claim(second).getString("claimNumber");
            practice.receives(PayerFiles.remittance("T" + next)
                    .claim(next, "2", "25", "8", "0", "LCN1")
                    .patient()
                    .line("87070", "25", "8", next + "L2", "OA*23*17")
                    .text()
                    .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
            assertBooks(-20_00, 0, 0, 0);
        } else {
            practice.receives(PayerFiles.remittance("R" + number)
                    .claim(number, "22", "-25", "-12", "0", "PCN1")
                    .patient()
                    .line("87070", "-25", "-12", number + "L2", "CO*45*-5**50*-3", "PR*2*-5")
                    .text());
            assertBooks(0, 0, 0, 0);
        }
        isCoded(facts, 3, second, false);
        assertBooks(nextPays ? 0 : 25_00, 0, nextPays ? 5_00 : 0, -25_00);
        assertThat(openDenials(second)).isEmpty();
        assertThat(practice.booksAreCoherent()).isTrue();
    }

    /** Its payer, which takes voids, has paid 15.00 of 25.00 and 5.00 were of its contract; the next one, which takes none, has paid the rest. */
    @Test
    void aPartThatIsFilledAgainIsNotChargedWhileAVoidOfItIsWithItsPayer() {
        var facts = practice.facts()
                .acceptsCorrectedClaims(false)
                .nextPayer()
                .acceptsCorrectedClaims(true)
                .terms(new AgreedTerms().mostLines(1));
        var second = isParted(facts);
        var number = practice.claim(second).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "25", "15", "5", "PCN1")
                .patient()
                .line("87070", "25", "15", number + "L2", "CO*45*5", "PR*2*5")
                .text());
        practice.acts(second, "bill-next-payer", "{}", 200);
        practice.sends(second);
        var next = practice.claim(second).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + next)
                .claim(next, "2", "25", "5", "0", "LCN1")
                .patient()
                .line("87070", "25", "5", next + "L2", "OA*23*20")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
        assertBooks(0, 0, 5_00, -25_00);
        isCoded(facts, 2, second, true);
        assertBooks(-20_00, 0, 0, 0);
        assertThat(practice.sends(second)).contains(":B:8*", "REF*F8*PCN1~");
        isCoded(facts, 3, second, false);
        assertBooks(-25_00, 0, 5_00, 0);
        assertThat(practice.booksAreCoherent()).isTrue();
    }

    /** Its payer has paid 25.00, which were sent back; whoever approved that wrote what entries say that take charges out. */
    @Test
    void whatPersonsNoteInTheSameWordsIsNotTakenBackWithIt() {
        var facts = practice.facts().acceptsCorrectedClaims(false).terms(new AgreedTerms().mostLines(1));
        var second = isParted(facts);
        var number = practice.claim(second).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "25", "25", "0", "PCN1")
                .patient()
                .line("87070", "25", "25", number + "L2")
                .text());
        isCoded(facts, 2, second, true);
        var reason = PostedEntries.TAKEN_OUT;
        var refund = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":2500,"reason":"%s","requestedOn":"2026-04-01"}""".formatted(second, reason));
        var path = "/api/v1/refunds/" + refund.jsonPath().getString("id");
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", refund.header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"%s\"}".formatted(reason))
                .post(path + "/approve")
                .then()
                .statusCode(200);
        assertBooks(0, 0, 0, 0);
        isCoded(facts, 3, second, false);
        assertBooks(25_00, 0, 0, -25_00);
        assertThat(practice.account("refunds-payable")).isEqualTo(-25_00);
        assertThat(practice.booksAreCoherent()).isTrue();
    }

    private List<String> openDenials(String claim) {
        return practice.get("/api/v1/denials?claimId=" + claim).getList("items.findAll { it.state == 'open' }.id");
    }

    private void assertBooks(long insurance, long patient, long adjusted, long charged) {
        assertThat(List.of(
                        practice.account("insurance-receivable"),
                        practice.account("patient-receivable"),
                        practice.account("contractual-adjustment"),
                        practice.account("patient-service-revenue")))
                .isEqualTo(List.of(insurance, patient, adjusted, charged));
    }

    @Test
    void whatTheCodingLeavesEmptyIsChargedToNobody() {
        var facts = practice.facts().terms(new AgreedTerms().mostLines(1));
        practice.registers(facts);
        events.publish(practice.organization, facts.encounter);
        await().atMost(Duration.ofSeconds(30)).until(() -> field(facts, "id").size() == 2);
        var second = field(facts, "id").get(1);
        practice.acts(second, "bill-patient", "{\"reason\":\"no coverage\"}", 200);
        assertThat(practice.account("patient-receivable")).isEqualTo(25_00);
        facts.codingVersion(2).lines(Facts.line(1, "99213", 150_00));
        events.publish(practice.organization, facts.encounter);
        practice.awaits(second, "money.patientBalanceCents", "0");
        assertThat(practice.claim(second).getBoolean("voided")).isTrue();
        assertThat(practice.account("patient-service-revenue")).isZero();
        facts.codingVersion(3).lines(Facts.line(1, "99213", 150_00), Facts.line(2, "87070", 30_00));
        events.publish(practice.organization, facts.encounter);
        practice.awaits(second, "money.patientBalanceCents", "3000");
        assertThat(practice.booksAreCoherent()).isTrue();
    }

    @Test
    void aLaterPayerIsToldTheLinesOfThePartAndNoOthers() {
        var facts = practice.facts().nextPayer().terms(new AgreedTerms().mostLines(1));
        var second = isParted(facts);
        var number = practice.claim(second).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "25", "15", "5", "PCN1")
                .patient()
                .line("87070", "25", "15", number + "L2", "CO*45*5", "PR*2*5")
                .text());
        practice.awaits(second, "adjudication", "paid");
        practice.acts(second, "bill-next-payer", "{}", 200);
        assertThat(practice.sends(second)).contains("SV1*HC:87070*25*").doesNotContain("99213");
    }

    @Test
    void whatItsPayerDoesNotTakeAnyMoreIsSaidOfTheWholeClaim() {
        var facts = practice.facts();
        var claim = practice.receivesClaim(facts);
        events.publish(practice.organization, facts.terms(new AgreedTerms().mostLines(1)).payer);
        practice.acts(claim, "hold", "{\"reason\":\"until the limit is known\"}", 200);
        await().atMost(Duration.ofSeconds(30)).until(() -> submittedAnew(claim), "edits-failed"::equals);
        assertThat(practice.claim(claim).getList("findings.rule")).containsExactly("payer-limits");
        assertThat(practice.claim(claim).getList("lines.lineNumber")).containsExactly(1, 2);
    }

    /** Back on hold before a file takes it. */
    private String submittedAnew(String claim) {
        practice.acts(claim, "release", "{\"reason\":\"is the limit known?\"}", 200);
        var transport = practice.submits(claim).getString("transport");
        if (transport.equals("queued")) {
            practice.acts(claim, "hold", "{\"reason\":\"until the limit is known\"}", 200);
        }
        return transport;
    }
}
