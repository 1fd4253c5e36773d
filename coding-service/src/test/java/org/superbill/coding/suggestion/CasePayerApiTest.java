package org.superbill.coding.suggestion;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.Relationship;
import org.superbill.servicekit.testing.ServiceStack;

/** Medicare's own numbers by the payer of the case. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CasePayerApiTest extends WithSuggestions {
    private static final String LONG_VISIT =
            "Assessment: Hypertension, stable. Total time 75 minutes on the date of the visit. Fluarix given IM.";

    @Test
    void theFirstPayerOfACaseTellsWhetherMedicaresNumbersHold() {
        var medicare = coverageWith("MB");
        var commercial = coverageWith("CI");
        var advantage = aCase(List.of(coverageWith("16")));
        var ofMedicare = aCase(List.of(medicare, commercial));
        var second = aCase(List.of(commercial, medicare));

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> CODER.post(ofMedicare + "/suggestions", note(LONG_VISIT))
                        .statusCode(200)
                        .body("suggestions.proposed.code", hasItems("99215", "G2212", "G0008", "90656"))
                        .body("suggestions.proposed.code", not(hasItem("99417")))
                        .body("suggestions.proposed.code", not(hasItem("90471")))
                        .body("suggestions.proposed.findAll { it.code == 'G2212' }.units", hasItem(1)));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> CODER.post(advantage + "/suggestions", note(LONG_VISIT))
                        .statusCode(200)
                        .body("suggestions.proposed.code", hasItems("G2212", "G0008")));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> CODER.post(second + "/suggestions", note("Insurance: Medicare. " + LONG_VISIT))
                        .statusCode(200)
                        .body("suggestions.proposed.code", hasItems("99417", "90471"))
                        .body("suggestions.proposed.code", not(hasItem("G2212"))));
        CODER.post(ofMedicare + "/suggestions", note(LONG_VISIT).replace("{\"notes\"", "{\"medicare\":false,\"notes\""))
                .statusCode(200)
                .body("suggestions.proposed.code", hasItem("99417"));
    }

    @Test
    void whereNobodyKnowsThePayerTheNoteMayNameMedicare() {
        var unknown = aCase(List.of(UUID.randomUUID()));

        CODER.post(unknown + "/suggestions", note(LONG_VISIT))
                .statusCode(200)
                .body("suggestions.proposed.code", hasItem("90471"));
        CODER.post(unknown + "/suggestions", note("Insurance: Medicare. " + LONG_VISIT))
                .statusCode(200)
                .body("suggestions.proposed.code", hasItems("G2212", "G0008"));
    }

    private static String aCase(List<UUID> coverages) {
        return aCase(UUID.randomUUID(), UUID.randomUUID(), DAY, coverages, "99215");
    }

    private static UUID coverageWith(String claimFilingIndicator) {
        var payer = UUID.randomUUID();
        var coverage = UUID.randomUUID();
        var told = Objects.requireNonNull(events);
        told.publish(
                ORGANIZATION,
                new PayerChanged(
                        payer,
                        "A payer",
                        "00001",
                        claimFilingIndicator,
                        new PayerChanged.Profile(
                                "none",
                                "005010X222A1",
                                "A PAYER",
                                "00001",
                                true,
                                365,
                                new PayerChanged.Interchange(
                                        "00", "", "00", "", "ZZ", "SENDER", "ZZ", "RECEIVER", false, "T"),
                                new PayerChanged.Group("SENDER", "RECEIVER"))));
        told.publish(
                ORGANIZATION,
                new CoverageChanged(
                        coverage, UUID.randomUUID(), payer, "W1", null, null, 1, Relationship.self, null, DAY, null));
        return coverage;
    }
}
