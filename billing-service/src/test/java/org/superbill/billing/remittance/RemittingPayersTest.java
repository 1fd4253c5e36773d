package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.testing.TestEvents;

/** A payer that remits under another name is known by it once that was entered, for claims that were sent before, too. */
@QuarkusTest
@BillingStack
class RemittingPayersTest {
    private TestEvents events;
    private Practice practice;
    private Facts facts;
    private String payment;

    @BeforeEach
    void aClaimThatIsPaidUnderAnotherName() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        var claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        payment = PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text()
                .replace("N1*PR*KEY INSURANCE", "N1*PR*KEY HOLDINGS, INC.*XV*K-777");
        assertThat(outcome(payment)).isEqualTo("waiting");
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private String outcome(String file) {
        return practice.request("poster")
                .contentType("application/edi-x12")
                .body(file.getBytes())
                .post("/api/v1/remittances/previews")
                .jsonPath()
                .getString("items[0].outcome");
    }

    private void isEntered(@Nullable String institutional, @Nullable List<String> names, @Nullable List<String> ids) {
        facts.terms(new PayerChanged.Terms(
                null,
                null,
                null,
                institutional,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                names,
                ids));
        events.publish(practice.organization, facts.payer);
    }

    private void assertPosted() {
        await().atMost(Duration.ofSeconds(30)).until(() -> outcome(payment), outcome -> outcome.equals("posted"));
        assertThat(practice.receives(payment).getString("outcomes[0].result")).isEqualTo("posted");
        assertThat(practice.account("insurance-receivable")).isZero();
    }

    @Test
    void byItsName() {
        isEntered(null, List.of("Key Holdings Inc"), null);
        assertPosted();
    }

    @Test
    void byTheIdentifierOfItsPayments() {
        isEntered(null, null, List.of("K-777"));
        assertPosted();
    }

    @Test
    void byTheOriginatorOfItsPayments() {
        isEntered(null, null, List.of("1999999999"));
        assertPosted();
    }

    @Test
    void byTheIdentifierOfItsInstitutionalClaims() {
        isEntered("K-777", null, null);
        assertPosted();
    }

    @Test
    void whatWaitedIsItsOwnWhenItIsAccepted() {
        var id = practice.receives(payment).getString("outcomes[0].id");
        isEntered(null, List.of("Key Holdings Inc"), null);
        await().atMost(Duration.ofSeconds(30)).until(() -> outcome(payment), outcome -> !outcome.equals("waiting"));
        assertThat(practice.request("poster")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header(
                                "If-Match",
                                practice.request("poster")
                                        .get("/api/v1/remittances/" + id)
                                        .header("ETag"))
                        .contentType("application/json")
                        .body("{\"reason\":\"Its parent company pays\"}")
                        .post("/api/v1/remittances/" + id + "/accept")
                        .statusCode())
                .isEqualTo(200);
        assertThat(practice.account("insurance-receivable")).isZero();
    }
}
