package org.superbill.billing.filingproof;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
        var pdf = practice.request("biller")
                .get(path(claimId))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        String text;
        try (var document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document);
        }
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
        assertThat(text.replaceAll("\\s", "")).contains(submission.getString("items[0].sha256"));
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
