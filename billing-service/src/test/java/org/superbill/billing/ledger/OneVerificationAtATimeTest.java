package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** Each reads every line of the organization's books. */
@QuarkusTest
@BillingStack
class OneVerificationAtATimeTest {
    @Inject
    VerificationStore store;

    @Inject
    Tenancy tenancy;

    private static Response verifies(Practice practice) {
        return practice.request("biller").get("/api/v1/ledger/verification");
    }

    @Test
    void theSecondOneIsToldSoAndAnotherOrganizationsGoesOn() {
        try (var events = TestEvents.open()) {
            var practice = new Practice(events);
            var other = new Practice(events);
            tenancy.as(
                    practice.organization,
                    () -> QuarkusTransaction.joiningExisting().call(() -> {
                        assertThat(store.hold()).isTrue();
                        var refused = verifies(practice);
                        assertThat(refused.statusCode()).isEqualTo(409);
                        assertThat(refused.jsonPath().getString("type")).endsWith("/verification-running");
                        assertThat(verifies(other).statusCode()).isEqualTo(200);
                        return true;
                    }));
            assertThat(verifies(practice).statusCode()).isEqualTo(200);
        }
    }
}
