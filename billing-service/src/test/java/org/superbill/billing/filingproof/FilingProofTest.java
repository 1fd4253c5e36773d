package org.superbill.billing.filingproof;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** The proof of timely filing names the file, the acknowledgments and the dates. */
@QuarkusTest
@BillingStack
class FilingProofTest {
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

    private String path(String claimId) {
        return "/api/v1/claims/%s/timely-filing-proof".formatted(claimId);
    }

    @Test
    void itNamesFileAcknowledgmentsAndDates() throws IOException {
        var claimId = practice.receivesClaim(practice.facts());
        var file = practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.functional(file, "A"));
        practice.receives(PayerFiles.claimAcknowledgment(number, "A2:20", "PCN1"));
        var text = proof(claimId);
        var submission = practice.get("/api/v1/submissions");
        assertThat(text)
                .contains(
                        number,
                        submission.getString("items[0].interchangeControlNumber"),
                        "KEY INSURANCE",
                        "2026-03-02",
                        "999 A",
                        "277CA A2:20",
                        "2027-03-02")
                .doesNotContain("Nothing has come");
        assertThat(text).contains("SHA-256 " + submission.getString("items[0].sha256"));
        assertThat(text).containsPattern("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} [-+]\\d{2}:\\d{2} 277CA");
    }

    /** It has what it has decided, whatever has acknowledged it; and nothing of the page is cut. */
    @Test
    void thePayersDecisionProvesThatItHasTheClaim() throws IOException {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "175", "0", "PCN3")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text());
        assertThat(proof(claimId))
                .contains("835 The payer's decision, trace T" + number)
                .doesNotContain("Nothing has come", "no acknowledgment has come");
        assertThat(furthestRight(claimId)).isLessThan(612 - 56); // letter, with a margin of 2 cm
    }

    /** It was typed here: the payer has sent no file. */
    @Test
    void aDecisionOnPaperIsToldAsOneAndAcknowledgesNothing() throws IOException {
        var claimId = practice.receivesClaim(practice.facts());
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        var posted = practice.posts("poster", "/api/v1/remittances", """
                {"traceNumber":"T%1$s","originator":"1999999999","payerName":"Key Insurance","payeeNpi":"1234567893","paymentCents":17500,
                "paymentDate":"2026-03-03","paymentMethod":"CHK","claims":[{"claimNumber":"%1$s","statusCode":"1","chargeCents":17500,"paidCents":17500,
                "patientResponsibilityCents":0,"payerClaimNumber":"PCN1","patient":{"lastName":"GARCIA","firstName":"MARIA","memberId":"W123456789"},
                "lines":[{"procedure":"99213","chargeCents":15000,"paidCents":15000,"serviceDate":"2026-03-02"},
                {"procedure":"87070","chargeCents":2500,"paidCents":2500,"serviceDate":"2026-03-02"}]}]}""".formatted(number));
        assertThat(posted.jsonPath().getString("state")).as(posted.asString()).isEqualTo("posted");
        assertThat(proof(claimId))
                .contains("paper EOB The payer's decision, trace T" + number, "no acknowledgment has come")
                .doesNotContain("835 The payer");
    }

    /** The first payer has passed it on: that the second has it proves nothing of the first. */
    @Test
    void theDecisionOfTheNextPayerIsNoneOfTheFirst() throws IOException {
        var claimId = practice.receivesClaim(practice.facts().nextPayer());
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "19", "175", "140", "35", "PCN3")
                .with("CAS*PR*2*35")
                .patient()
                .with("NM1*TT*2*LOCK INSURANCE*****PI*88888")
                .text());
        practice.receives(PayerFiles.remittance("X" + number)
                .claim(number, "2", "175", "35", "0", "LOCK1")
                .with("CAS*OA*23*140")
                .patient()
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*LOCK INSURANCE"));
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isZero();
        assertThat(proof(claimId)).contains("trace T" + number).doesNotContain("trace X" + number);
    }

    private double furthestRight(String claimId) throws IOException {
        var furthest = new double[1];
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                furthest[0] = Math.max(furthest[0], text.getXDirAdj() + text.getWidthDirAdj());
            }
        };
        try (var document = Loader.loadPDF(pdf(claimId))) {
            stripper.getText(document);
        }
        return furthest[0];
    }

    private String proof(String claimId) throws IOException {
        try (var document = Loader.loadPDF(pdf(claimId))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private byte[] pdf(String claimId) {
        return practice.request("biller")
                .get(path(claimId))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    @Test
    void whatWasRejectedWasNotFiled() throws IOException {
        var claimId = practice.receivesClaim(practice.facts());
        practice.receives(PayerFiles.functional(practice.sends(claimId), "A"));
        assertThat(proof(claimId)).contains("999 A").doesNotContain("no acknowledgment has come");
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.claimAcknowledgment(number, "A3:21", ""));
        assertThat(proof(claimId)).contains("rejected", "all that was sent was rejected", "no acknowledgment has come");
        practice.acts(claimId, "correct", "{}", 200);
        practice.sends(claimId);
        assertThat(proof(claimId))
                .contains("no acknowledgment has come")
                .doesNotContain("all that was sent was rejected");
    }

    @Test
    void eachPayerHasAProofOfItsOwn() throws IOException {
        var claimId = practice.receivesClaim(practice.facts().nextPayer());
        practice.receives(PayerFiles.functional(practice.sends(claimId), "A"));
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "140", "35", "PCN3")
                .with("CAS*PR*2*35")
                .patient()
                .text());
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        practice.sends(claimId);
        var text = proof(claimId);
        var second = text.substring(text.lastIndexOf("Filed with"));
        assertThat(text.indexOf("Filed with KEY INSURANCE")).isLessThan(text.lastIndexOf("Filed with"));
        assertThat(second).contains("no acknowledgment has come").doesNotContain("999 A");
    }

    @Test
    void beforeAFileHasLeftThereIsNothingToProve() {
        var claimId = practice.receivesClaim(practice.facts());
        practice.request("biller").get(path(claimId)).then().statusCode(409);
        practice.request("biller")
                .get(path(UUID.randomUUID().toString()))
                .then()
                .statusCode(404);
        new Practice(events).request("biller").get(path(claimId)).then().statusCode(404);
        practice.request("front-desk").get(path(claimId)).then().statusCode(403);
    }

    @Test
    void aNameIsNeverMarkup() {
        assertThat(ProofPage.text("<b>&\"")).isEqualTo("&lt;b&gt;&amp;&quot;");
    }
}
