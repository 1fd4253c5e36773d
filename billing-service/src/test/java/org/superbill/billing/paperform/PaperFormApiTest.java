package org.superbill.billing.paperform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

/** A payer without electronic claims gets them printed and mailed. */
@QuarkusTest
@BillingStack
class PaperFormApiTest {
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

    private int mailed(String claim, String tag) {
        return practice.post("/api/v1/claims/" + claim + "/paper-form/mailed", "", tag)
                .statusCode();
    }

    @Test
    void isReadyWhenSubmittedAndSentWhenMailed() {
        var claim = practice.receivesClaim(practice.facts().terms(new AgreedTerms().professionalForm("paper")));
        assertThat(practice.submits(claim).getString("transport")).isEqualTo("ready");
        assertThat(practice.account("insurance-receivable")).isZero();
        assertThat(mailed(claim, "\"77\"")).isEqualTo(412);
        assertThat(mailed(claim, practice.etag(claim))).isEqualTo(204);
        assertThat(practice.claim(claim).getString("transport")).isEqualTo("sent");
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
        assertThat(practice.booksAreCoherent()).isTrue();
        assertThat(mailed(claim, practice.etag(claim))).isEqualTo(409);
    }

    @Test
    void whoCodedDoesNotMailWhereTheDutiesAreApart() {
        var facts = practice.facts().terms(new AgreedTerms().professionalForm("paper"));
        facts.encounter = facts.encounter.versioned(1, true);
        var claim = practice.receivesClaim(facts);
        assertThat(practice.submits(claim).getString("transport")).isEqualTo("ready");
        mailedBy("coder", claim)
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/claim-duties-apart"));
        assertThat(practice.claim(claim).getString("transport")).isEqualTo("ready");
        assertThat(practice.account("insurance-receivable")).isZero();
        mailedBy("another", claim).statusCode(204);
    }

    private ValidatableResponse mailedBy(String subject, String claim) {
        return given().auth()
                .oauth2(TestTokens.ofUser(subject, practice.organization, "biller"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", practice.etag(claim))
                .contentType("application/json")
                .post("/api/v1/claims/" + claim + "/paper-form/mailed")
                .then();
    }

    @Test
    void anyClaimIsPrintedAndAnElectronicOneIsNotMailed() throws IOException {
        var claim = practice.receivesClaim(practice.facts());
        var pdf = practice.request("biller")
                .get("/api/v1/claims/" + claim + "/paper-form?right=3")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("GARCIA, MARIA");
        }
        assertThat(mailed(claim, practice.etag(claim))).isEqualTo(409);
        var path = "/api/v1/claims/" + claim + "/paper-form";
        assertThat(new Practice(events).request("biller").get(path).statusCode())
                .isEqualTo(404);
        assertThat(practice.request("coder").get(path).statusCode()).isEqualTo(403);
        assertThat(practice.request("biller")
                        .get("/api/v1/claims/" + UUID.randomUUID() + "/paper-form")
                        .statusCode())
                .isEqualTo(404);
    }
}
