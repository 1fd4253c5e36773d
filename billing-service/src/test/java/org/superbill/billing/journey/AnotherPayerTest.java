package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.reference.Reference;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** The wrong payer was billed: the coverage is corrected, and the right one gets a claim of its own. */
@QuarkusTest
@BillingStack
class AnotherPayerTest {
    @Inject
    Reference reference;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;
    private Facts facts;
    private UUID wrongPayer;
    private String claimId;
    private String number;

    @BeforeEach
    void aClaimWasSentToTheWrongPayer() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        wrongPayer = facts.payer.payerId();
        claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        number = practice.claim(claimId).getString("claimNumber");
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private void coverageIsCorrected() {
        facts.anotherPayer();
        events.publish(practice.organization, facts.payer);
        events.publish(practice.organization, facts.coverage);
        await().ignoreExceptions() // the coverage may be heard before its payer
                .atMost(Duration.ofSeconds(30))
                .until(() -> tenancy.as(
                                practice.organization, () -> reference.factsOf(practice.organization, facts.encounter))
                        .orElseThrow()
                        .payer()
                        .payerId()
                        .equals(facts.payer.payerId()));
    }

    private List<String> payersOf(String kind) {
        return practice.get("/api/v1/ledger/entries?claimId=" + claimId)
                .getList("items.findAll { it.kind == '%s' }.lines.flatten().payerId".formatted(kind), String.class);
    }

    private void assertTheReceivableHasMoved() {
        assertThat(payersOf("charge-reversal")).isNotEmpty().containsOnly(wrongPayer.toString());
        assertThat(payersOf("charge"))
                .contains(wrongPayer.toString(), facts.payer.payerId().toString());
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(175_00);
    }

    @Test
    void aRejectedClaimGoesToTheRightPayerAndItsChargesWithIt() {
        practice.receives(PayerFiles.claimAcknowledgment(number, "A7:164:IL", ""));
        coverageIsCorrected();
        practice.acts(claimId, "correct", "{}", 200);
        assertThat(practice.sends(claimId)).contains(":B:1*", "LOCK INSURANCE").doesNotContain("REF*F8");
        assertTheReceivableHasMoved();
    }

    @Test
    void aDeniedClaimGoesToTheRightPayerAsANewOne() {
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "4", "175", "0", "0", "PCN1")
                .patient()
                .line("99213", "150", "0", number + "L1", "CO*16*150")
                .line("87070", "25", "0", number + "L2", "CO*16*25")
                .text());
        assertThat(practice.claim(claimId).getString("nextAllowed.frequency")).isEqualTo("7");
        coverageIsCorrected();
        var corrected = practice.acts(claimId, "correct", "{}", 200);
        assertThat(corrected.getString("frequency")).isEqualTo("1");
        assertThat(corrected.getString("adjudication")).isEqualTo("none");
        assertThat(practice.sends(claimId)).contains(":B:1*", "LOCK INSURANCE").doesNotContain("REF*F8");
        assertTheReceivableHasMoved();
    }

    @Test
    void aPaidClaimStaysWithThePayerThatPaid() {
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "120", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "0", number + "L2", "CO*16*25")
                .text());
        coverageIsCorrected();
        var refused = practice.acts(claimId, "correct", "{}", 409);
        assertThat(refused.getString("type")).isEqualTo("https://superbill.org/problems/claim-step-not-allowed");
        assertThat(refused.getString("detail")).contains("has to be reversed first");
        assertThat(practice.claim(claimId).getInt("version")).isEqualTo(1);
    }
}
