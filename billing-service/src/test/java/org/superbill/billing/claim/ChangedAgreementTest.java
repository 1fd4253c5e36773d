package org.superbill.billing.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.reference.Reference;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** Something else is agreed with the payer since a correction or a void of a paid claim was prepared. */
@QuarkusTest
@BillingStack
class ChangedAgreementTest {
    @Inject
    Claims claims;

    @Inject
    Reference reference;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;
    private Facts facts;
    private String claimId;

    @BeforeEach
    void aClaimWasPaid() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text());
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private ClaimView submitsAfter(PayerChanged agreed) {
        var revision = new Revision(practice.claim(claimId).getLong("revision"));
        return tenancy.as(practice.organization, () -> {
            reference.remember(agreed);
            return claims.submit(UUID.fromString(claimId), revision, null, null);
        });
    }

    private PayerChanged receiving(String receiverId) {
        var profile = facts.payer.profile();
        return new PayerChanged(
                facts.payer.payerId(),
                facts.payer.name(),
                facts.payer.payerIdentifier(),
                facts.payer.claimFilingIndicator(),
                new PayerChanged.Profile(
                        profile.connection(),
                        profile.version(),
                        profile.receiverName(),
                        receiverId,
                        profile.acceptsCorrectedClaims(),
                        profile.filingLimitDays(),
                        profile.interchange(),
                        profile.group()));
    }

    @Test
    void aPayerThatTakesNoneAnyMoreIsSentNoCorrection() {
        practice.acts(claimId, "correct", "{\"reason\":\"wrong units\"}", 200);
        submitsAfter(facts.acceptsCorrectedClaims(false).payer);
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("edits-failed");
        assertThat(practice.claim(claimId).getList("findings.rule")).containsExactly("payer-takes-correction");
        submitsAfter(facts.acceptsCorrectedClaims(true).payer);
        practice.awaits(claimId, "transport", "sent");
    }

    @Test
    void aPayerThatTakesNoneAnyMoreIsSentNoVoid() {
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        submitsAfter(facts.acceptsCorrectedClaims(false).payer);
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("edits-failed");
        assertThat(practice.claim(claimId).getList("findings.rule")).containsExactly("payer-takes-correction");
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isZero();
    }

    @Test
    void aVoidGoesToWhereThePayerTakesClaimsNow() {
        practice.acts(claimId, "void", "{\"reason\":\"billed in error\"}", 200);
        submitsAfter(receiving("KEY2"));
        practice.awaits(claimId, "transport", "sent");
        assertThat(new String(
                        practice.request("biller")
                                .get("/api/v1/claims/" + claimId + "/x12")
                                .asByteArray(),
                        UTF_8))
                .contains("*46*KEY2~", ":B:8*");
    }
}
