package org.superbill.patient.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.events.PayerChanged;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.TestEvents;

@ServiceTest
class PayerTest {
    private Clinic clinic;

    @BeforeEach
    void aClinic() {
        clinic = Clinic.opens();
    }

    @Test
    void isRegisteredWithItsWholeProfileAndChanged() {
        var payer = Body.payer();
        var id = clinic.contracts(payer);

        var read = clinic.get("billing-manager", "/payers/" + id);
        assertThat(PlainJson.of(read).getString("profile.interchange.senderId")).isEqualTo("TGJ23");
        assertThat(PlainJson.of(read).getString("profile.interchange.authorizationInformation"))
                .isEmpty();
        assertThat(PlainJson.of(read).getBoolean("profile.acceptsCorrectedClaims"))
                .isTrue();
        var changed = clinic.put(
                "billing-manager",
                "/payers/" + id,
                read.header("ETag"),
                payer.with("profile/version", "005010X222A2").with("profile/interchange/usageIndicator", "P"));

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        var again = clinic.get("front-desk", "/payers/" + id);
        assertThat(PlainJson.of(again).getString("profile.version")).isEqualTo("005010X222A2");
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(PlainJson.of(clinic.get("front-desk", "/payers"))
                        .getList("items.profile.interchange.usageIndicator"))
                .containsExactly("P");
    }

    @Test
    void isSentTheUsualVersionOfTheClaimUnlessItsProfileSaysOtherwise() {
        var id = clinic.contracts(Body.payer().without("profile/version"));

        assertThat(PlainJson.of(clinic.get("biller", "/payers/" + id)).getString("profile.version"))
                .isEqualTo("005010X222A1");
        try (var events = TestEvents.open()) {
            assertThat(events.await(PayerChanged.class, id.toString()).profile().version())
                    .isEqualTo("005010X222A1");
        }
    }

    @Test
    void tellsUnderWhichNamesItRemits() {
        var id = clinic.contracts(Body.payer()
                .with(
                        "profile/terms",
                        Map.of("remittanceNames", List.of("KEY HOLDINGS"), "remittanceIds", List.of("K-777"))));

        try (var events = TestEvents.open()) {
            var terms =
                    events.await(PayerChanged.class, id.toString()).profile().agreed();
            assertThat(terms.remittanceNames()).containsExactly("KEY HOLDINGS");
            assertThat(terms.remittanceIdentifiers()).containsExactly("K-777");
        }
    }

    @Test
    void isThereOnceByNumberAndName() {
        var payer = Body.payer();
        clinic.contracts(payer);

        assertRefused(clinic.post("admin", "/payers", payer), 409, "payer-duplicate", "/payerId");
        assertThat(clinic.contracts(payer.with("name", "KEY MEDICARE PLAN"))).isNotNull();
    }

    @Test
    void isRefusedWithEveryFaultNamed() {
        var answer = clinic.post(
                "admin",
                "/payers",
                Body.payer()
                        .with("claimFilingIndicator", "XX")
                        .with("payerId", "9")
                        .with("profile/version", "004010X098")
                        .with("profile/filingLimitDays", 0)
                        .with("profile/interchange/usageIndicator", "X")
                        .with("profile/interchange/senderId", "LONGER THAN FIFTEEN")
                        .with("profile/interchange/receiverQualifier", "Z")
                        .without("profile/acceptsCorrectedClaims")
                        .without("profile/group"));

        assertRefused(
                answer,
                400,
                "validation-failed",
                "/claimFilingIndicator",
                "/payerId",
                "/profile/version",
                "/profile/filingLimitDays",
                "/profile/interchange/usageIndicator",
                "/profile/interchange/senderId",
                "/profile/interchange/receiverQualifier",
                "/profile/acceptsCorrectedClaims",
                "/profile/group");
    }
}
