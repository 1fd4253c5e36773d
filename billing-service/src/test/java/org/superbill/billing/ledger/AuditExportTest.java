package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** What an auditor takes home, and what they can prove with it alone. */
@QuarkusTest
@BillingStack
class AuditExportTest {
    private static final String RANGE = "?from=2026-01-01&to=2026-12-31";

    @Inject
    Ledger ledger;

    @Inject
    Seals seals;

    @Inject
    Tenancy tenancy;

    @Test
    void theExportHasEveryLineAndTheChainCanBeFollowedWithIt() {
        try (var events = TestEvents.open()) {
            var practice = new Practice(events);
            var books = new Books(practice.organization, ledger, tenancy);
            var claim = UUID.randomUUID();
            books.post(books.charge(claim, "2026-03-02", 150_00), books.payment(claim, "2026-03-09", 100_00));
            books.post(books.patientsPart(claim, "2026-03-09", 50_00));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                tenancy.as(practice.organization, () -> seals.sealNext());
                return practice.get("/api/v1/ledger/verification").getLong("unsealed") == 0;
            });

            var csv = practice.request("compliance").get("/api/v1/ledger/export/lines" + RANGE);
            assertThat(csv.contentType()).startsWith("text/csv");
            assertThat(csv.asString().lines()).hasSize(7).allMatch(line -> line.split(",", -1).length == 22);
            assertThat(csv.asString()).contains("patient-receivable,5000,0,");

            var hash = Chain.sha256(practice.organization.toString().getBytes(StandardCharsets.UTF_8));
            var sealed = practice.request("compliance")
                    .get("/api/v1/ledger/export/seals" + RANGE)
                    .asString()
                    .lines()
                    .map(JsonPath::from)
                    .toList();
            assertThat(sealed).hasSize(3);
            for (var entry : sealed) {
                var content = entry.getString("content").getBytes(StandardCharsets.UTF_8);
                hash = Chain.next(hash, Chain.sha256(content));
                assertThat(entry.getString("hash")).isEqualTo(HexFormat.of().formatHex(hash));
            }
            assertThat(practice.request("coder")
                            .get("/api/v1/ledger/export/lines" + RANGE)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(new Practice(events)
                            .request("biller")
                            .get("/api/v1/ledger/export/seals" + RANGE)
                            .asString())
                    .isEmpty();
        }
    }
}
