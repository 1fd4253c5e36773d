package org.superbill.payersimulator.claims;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.payersimulator.ClaimToPaymentTest;
import org.superbill.payersimulator.StateDirectory;

@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class PayerClaimsTest {
    private final String account = UUID.randomUUID().toString();

    @Inject
    PayerClaims claims;

    @Inject
    StateDirectory state;

    @Inject
    ObjectMapper json;

    @Test
    void whatThePayerHasReceivedAndPaidIsThereAfterARestart() {
        given().contentType("application/edi-x12")
                .body(ClaimToPaymentTest.claim("C1", "W123", "1", "").getBytes(StandardCharsets.US_ASCII))
                .post("/mailboxes/{account}/inbound", account)
                .then()
                .statusCode(202);
        assertThat(new PayerClaims(state, json).of(account)).hasSize(1).isEqualTo(claims.of(account));
        given().contentType("application/json").body("{\"advanceDays\": 1}").post("/clock");

        var afterARestart = new PayerClaims(state, json).of(account);

        assertThat(afterARestart).isEqualTo(claims.of(account));
        assertThat(afterARestart.get(0).isPaid()).isTrue();
    }
}
