package org.superbill.billing.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** Three claims of 175.00: one paid with 20.00 for the patient, one refused, one returned as unprocessable. Every figure is opened. */
@QuarkusTest
@BillingStack
class ReportApiTest {
    private static final String RANGE = "from=2026-01-01&to=2027-12-31";

    private TestEvents events;
    private Practice practice;
    private String paid;
    private String refused;

    @BeforeEach
    void play() {
        events = TestEvents.open();
        practice = new Practice(events);
        paid = accepted();
        refused = accepted();
        var unprocessable = accepted();
        var rejected = practice.receivesClaim(practice.facts());
        practice.sends(rejected);
        practice.receives(PayerFiles.claimAcknowledgment(number(rejected), "A7:164:IL", ""));
        practice.receives(PayerFiles.remittance("R1")
                .claim(number(paid), "1", "175", "120", "20", "PCN1")
                .patient()
                .line("99213", "150", "100", number(paid) + "L1", "CO*45*30", "PR*3*20")
                .line("87070", "25", "20", number(paid) + "L2", "CO*45*5")
                .claim(number(refused), "4", "175", "0", "0", "PCN2")
                .patient()
                .line("99213", "150", "0", number(refused) + "L1", "CO*97*150")
                .line("87070", "25", "0", number(refused) + "L2", "CO*97*25")
                .claim(number(unprocessable), "1", "175", "0", "0", "PCN3")
                .with("MOA***MA130")
                .patient()
                .line("99213", "150", "0", number(unprocessable) + "L1", "CO*16*150")
                .line("87070", "25", "0", number(unprocessable) + "L2", "CO*16*25")
                .text());
    }

    @AfterEach
    void close() {
        assertThat(practice.get("/api/v1/ledger/verification").getBoolean("holds"))
                .isTrue();
        events.close();
    }

    private String accepted() {
        var claim = practice.receivesClaim(practice.facts());
        practice.sends(claim);
        practice.receives(PayerFiles.claimAcknowledgment(number(claim), "A2:20", "P" + number(claim)));
        return claim;
    }

    private String number(String claim) {
        return practice.claim(claim).getString("claimNumber");
    }

    private JsonPath report(String name) {
        return practice.get("/api/v1/reports/%s?%s".formatted(name, RANGE));
    }

    private static BigDecimal figure(JsonPath report, String figure) {
        return new BigDecimal(report.getString(place(report, figure) + ".value"));
    }

    private static String place(JsonPath report, String figure) {
        return "figures[%d]".formatted(report.getList("figures.figure").indexOf(figure));
    }

    private JsonPath opened(String name, String figure) {
        return practice.get("/api/v1/reports/%s/figures/%s/items?%s&limit=200".formatted(name, figure, RANGE));
    }

    @Test
    void everyFigureOfEveryReportIsTheSumOfWhatItOpensTo() {
        var names = practice.get("/api/v1/reports").<String>getList("items.name");
        assertThat(names)
                .containsExactly(
                        "ageing",
                        "clean-claim-rate",
                        "days-in-receivable",
                        "denial-rate",
                        "net-collection",
                        "roll-forward",
                        "trial-balance");
        for (var name : names) {
            var report = report(name);
            for (var figure : report.<String>getList("figures.findAll { it.numerator == null }.figure")) {
                var items = opened(name, figure);
                var unit = report.getString(place(report, figure) + ".unit");
                var sum = unit.equals("claims")
                        ? BigDecimal.valueOf(items.getList("items").size())
                        : BigDecimal.valueOf(items.<Number>getList("items.amountCents").stream()
                                .mapToLong(Number::longValue)
                                .sum());
                assertThat(sum).as(name + " " + figure).isEqualByComparingTo(figure(report, figure));
            }
        }
    }

    @Test
    void rejectedAndUnprocessableClaimsAreInNoDenialRate() {
        var report = report("denial-rate");
        assertThat(figure(report, "rate")).isEqualByComparingTo("0.5");
        assertThat(report.getInt("figures[0].numerator.value")).isEqualTo(1);
        assertThat(report.getInt("figures[0].denominator.value")).isEqualTo(2);
        assertThat(opened("denial-rate", "denied").getList("items.claimId")).containsExactly(refused);
    }

    @Test
    void aClaimThatWasPassedOnOrNeedsAPersonWasDecidedByTheFirstPayersAdjustments() {
        var facts = practice.facts().nextPayer();
        var forwarded = practice.receivesClaim(facts);
        practice.sends(forwarded);
        practice.receives(PayerFiles.remittance("F1")
                .claim(number(forwarded), "19", "175", "155", "20", "PCN8")
                .patient()
                .line("99213", "150", "130", number(forwarded) + "L1", "PR*1*20")
                .line("87070", "25", "25", number(forwarded) + "L2")
                .text());
        assertThat(practice.claim(forwarded).getString("adjudication")).isEqualTo("forwarded");
        practice.receives(PayerFiles.remittance("F2")
                .claim(number(forwarded), "2", "175", "0", "0", "PCN9")
                .patient()
                .line("99213", "150", "0", number(forwarded) + "L1", "OA*23*130", "CO*29*20")
                .line("87070", "25", "0", number(forwarded) + "L2", "OA*23*25")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
        var other = accepted();
        practice.receives(PayerFiles.remittance("F3")
                .claim(number(other), "4", "170", "0", "0", "PCN7") // another charge than ours
                .patient()
                .beforePatient("CAS*CO*29*170")
                .text());
        assertThat(practice.claim(other).getString("adjudication")).isEqualTo("needs-review");
        assertThat(opened("denial-rate", "decided").getList("items.claimId"))
                .containsExactlyInAnyOrder(paid, refused, forwarded, other);
        assertThat(opened("denial-rate", "denied").getList("items.claimId")).containsExactlyInAnyOrder(refused, other);
    }

    private String takenOver() {
        var facts = practice.facts();
        practice.registers(facts);
        practice.awaitsKnown(facts);
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"formerSystem":"Former PM","asOf":"2026-02-28","patients":[{"patientId":"%1$s","balanceCents":500}],"claims":[
                        {"controlNumber":"FP1001","patientId":"%1$s","coverageIds":["%2$s"],"practitionerId":"%3$s","locationId":"%4$s",
                        "serviceDate":"2026-01-20","firstBilledOn":"2026-01-23","diagnoses":["J029"],
                        "lines":[{"procedureCode":"99213","modifiers":[],"units":1,"chargeCents":15000,"diagnosisPointers":[1]}],
                        "insuranceOpenCents":15000,"patientOpenCents":0}]}""".formatted(
                                facts.patient.patientId(),
                                facts.coverage.coverageId(),
                                facts.encounter.practitionerId(),
                                facts.encounter.locationId()))
                .post("/api/v1/ledger/opening-balances")
                .then()
                .statusCode(201);
        return practice.get("/api/v1/claims?patientId=" + facts.patient.patientId())
                .getString("items[0].id");
    }

    @Test
    void whatAFormerSystemChargedAndSentIsNeitherCollectedNorCleanHere() {
        var rate = figure(report("net-collection"), "rate");
        var receivables = figure(report("days-in-receivable"), "receivables");
        assertThat(figure(report("clean-claim-rate"), "answered")).isEqualByComparingTo("4");
        var former = takenOver();
        practice.receives(PayerFiles.remittance("R3")
                .claim("FP1001", "1", "150", "100", "0", "PCN77")
                .patient()
                .line("99213", "150", "100", "", "CO*45*30", "CO*97*20")
                .text());
        assertThat(practice.claim(former).getLong("money.insuranceBalanceCents"))
                .isEqualTo(20_00);
        assertThat(figure(report("net-collection"), "rate")).isEqualByComparingTo(rate);
        assertThat(figure(report("net-collection"), "payments")).isEqualByComparingTo("12000");
        assertThat(figure(report("days-in-receivable"), "receivables")).isEqualByComparingTo(receivables);
        assertThat(figure(report("clean-claim-rate"), "answered")).isEqualByComparingTo("4");
    }

    @Test
    void whatWasRefundedWasNotCollected() {
        assertThat(figure(report("net-collection"), "payments")).isEqualByComparingTo("12000");
        var refund = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"claimId":"%s","to":"payer","amountCents":1000,"payerReference":"L-1","reason":"Paid twice","requestedOn":"2026-04-01"}""".formatted(paid))
                .post("/api/v1/refunds")
                .jsonPath()
                .getString("id");
        for (var step : List.of(
                "approve {\"reason\":\"Paid twice\"}", "pay {\"checkNumber\":\"1\",\"paidOn\":\"2026-04-02\"}")) {
            var path = "/api/v1/refunds/" + refund;
            practice.request("billing-manager")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", practice.request("biller").get(path).header("ETag"))
                    .contentType("application/json")
                    .body(step.substring(step.indexOf(' ') + 1))
                    .post(path + "/" + step.substring(0, step.indexOf(' ')))
                    .then()
                    .statusCode(200);
        }
        assertThat(figure(report("net-collection"), "payments")).isEqualByComparingTo("11000");
    }

    @Test
    void whatWasRejectedOrReturnedIsNotClean() {
        assertThat(figure(report("clean-claim-rate"), "rate")).isEqualByComparingTo("0.5");
    }

    @Test
    void theRollForwardSumsFromOpeningToClosing() {
        var report = report("roll-forward");
        var movements = new ArrayList<>(report.<String>getList("figures.figure"));
        movements.remove("closing");
        var sum = movements.stream().map(figure -> figure(report, figure)).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(figure(report, "closing"));
        assertThat(figure(report, "patient-service-revenue")).isEqualByComparingTo("70000");
        assertThat(figure(report, "cash")).isEqualByComparingTo("-12000");
        assertThat(figure(report, "contractual-adjustment")).isEqualByComparingTo("-3500");
    }

    @Test
    void aPaymentIsOpenedDownToTheSegmentsOfItsFile() {
        var entry = opened("net-collection", "payments").getString("items[0].entryId");
        var sources = practice.get("/api/v1/ledger/entries/" + entry + "/sources");
        var adjustment = "items.find { it.account == 'contractual-adjustment' }.";
        assertThat(sources.<String>getList(adjustment + "segments.text"))
                .containsExactly(
                        "CLP*%s*1*175*120*20*CI*PCN1*11*1".formatted(number(paid)),
                        "SVC*HC:99213*150*100",
                        "CAS*CO*45*30");
        var file = practice.get("/api/v1/x12-files").getString("items[-1].id");
        assertThat(sources.getString(adjustment + "fileId")).isEqualTo(file);
    }

    @Test
    void aChargeIsOpenedDownToTheSegmentsOfTheClaimFile() {
        var entry = practice.get("/api/v1/ledger/entries?claimId=" + paid).getString("items[0].id");
        var segments =
                practice.get("/api/v1/ledger/entries/" + entry + "/sources").<String>getList("items[0].segments.text");
        assertThat(segments.get(0)).startsWith("CLM*" + number(paid));
        assertThat(segments.get(1)).startsWith("SV1*HC:99213*150");
        assertThat(FakePayer.received(practice.organization).get(0)).contains(segments.get(1));
    }

    /** Both on one day: the charges of the first are those of the file that brought them. */
    @Test
    void aChargeIsOpenedToTheVersionThatBroughtItThoughAnotherFollows() {
        var first = number(paid);
        practice.acts(paid, "correct", "{\"reason\":\"modifier\"}", 200);
        practice.sends(paid);
        assertThat(number(paid)).isNotEqualTo(first);
        var entry = practice.get("/api/v1/ledger/entries?claimId=" + paid).getString("items[0].id");
        assertThat(practice.get("/api/v1/ledger/entries/" + entry + "/sources").getString("items[0].segments[0].text"))
                .startsWith("CLM*" + first);
    }

    /** REF*6R is situational: the line is found by what it says, in the file as in the books. */
    @Test
    void aLineWithoutItsControlNumberIsOpenedAllTheSame() {
        var claim = practice.receivesClaim(practice.facts());
        practice.sends(claim);
        practice.receives(PayerFiles.remittance("R3")
                .claim(number(claim), "1", "175", "120", "20", "PCN3")
                .patient()
                .line("99213", "150", "100", "", "CO*45*30", "PR*3*20")
                .line("87070", "25", "20", "", "CO*45*5")
                .text());
        var entries = practice.get("/api/v1/ledger/entries?claimId=" + claim);
        var payment = entries.getString("items.find { it.kind == 'payer-payment' }.id");
        var sources = practice.get("/api/v1/ledger/entries/" + payment + "/sources");
        assertThat(sources.<List<String>>getList(
                        "items.findAll { it.account == 'contractual-adjustment' }.segments.text"))
                .containsExactly(
                        List.of(
                                "CLP*%s*1*175*120*20*CI*PCN3*11*1".formatted(number(claim)),
                                "SVC*HC:99213*150*100",
                                "CAS*CO*45*30"),
                        List.of(
                                "CLP*%s*1*175*120*20*CI*PCN3*11*1".formatted(number(claim)),
                                "SVC*HC:87070*25*20",
                                "CAS*CO*45*5"));
    }

    @Test
    void creditsStandBesideWhatIsOwed() {
        practice.receives(PayerFiles.remittance("R2")
                .claim(number(paid), "1", "175", "10", "0", "PCN1")
                .patient()
                .line("99213", "150", "10", number(paid) + "L1", "CO*45*140")
                .line("87070", "25", "0", number(paid) + "L2", "CO*45*25")
                .text());
        var ageing = report("ageing");
        var debit = sum(ageing, "insurance-receivable", "debit");
        var credit = sum(ageing, "insurance-receivable", "credit");
        if (practice.claim(paid).getLong("money.insuranceBalanceCents")
                < 0) { // it was posted and not held for a person
            assertThat(credit).isNegative();
        }
        assertThat(debit.add(credit))
                .isEqualByComparingTo(BigDecimal.valueOf(practice.account("insurance-receivable")));
    }

    private static BigDecimal sum(JsonPath report, String account, String side) {
        List<String> figures = report.getList("figures.figure");
        return figures.stream()
                .filter(figure -> figure.startsWith(account + ".") && figure.endsWith(side))
                .map(figure -> figure(report, figure))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void whatDoesNotExistIsToldAndOthersSeeNothing() {
        assertThat(practice.request("biller").get("/api/v1/reports/profit").statusCode())
                .isEqualTo(404);
        assertThat(practice.request("biller")
                        .get("/api/v1/reports/ageing/figures/rate/items")
                        .statusCode())
                .isEqualTo(404);
        assertThat(practice.request("biller")
                        .get("/api/v1/reports/ageing?from=2026-02-01&to=2026-01-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(practice.request("coder").get("/api/v1/reports/ageing").statusCode())
                .isEqualTo(403);
        var other = new Practice(events);
        assertThat(figure(other.get("/api/v1/reports/denial-rate?" + RANGE), "decided"))
                .isEqualByComparingTo("0");
        var entry = practice.get("/api/v1/ledger/entries").getString("items[0].id");
        assertThat(other.request("biller")
                        .get("/api/v1/ledger/entries/" + entry + "/sources")
                        .statusCode())
                .isEqualTo(404);
    }
}
