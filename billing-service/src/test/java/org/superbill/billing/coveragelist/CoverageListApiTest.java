package org.superbill.billing.coveragelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** A coverage list from loading to withdrawal, and what it says of claims meanwhile. */
@QuarkusTest
@BillingStack
class CoverageListApiTest {
    private static final String LIST = """
            {"number":"L1","title":"Cultures","source":"A determination, section 2","effectiveFrom":"2026-01-01","csv":"procedure,diagnosis\\n87070,J15\\n"}""";

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

    private Response post(String role, String path, String etag, String body) {
        var request = practice.request(role)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (!etag.isEmpty()) {
            request.header("If-Match", etag);
        }
        return (body.isEmpty() ? request : request.body(body)).post("/api/v1/coverage-lists" + path);
    }

    @Test
    void aLineForWhatIsNotCoveredWaitsForAReason() {
        var loaded = post("billing-manager", "", "", LIST);
        loaded.then().statusCode(201).body("procedures", equalTo(1));
        var claim = practice.receivesClaim(practice.facts());
        var stopped = practice.claim(claim);
        assertThat(stopped.getString("transport")).isEqualTo("edits-failed");
        assertThat(stopped.getString("findings[0].rule")).isEqualTo("diagnosis-covers-procedure");
        assertThat(stopped.getString("findings[0].source")).isEqualTo("A determination, section 2");
        assertThat(stopped.getString("findings[0].effectiveFrom")).isEqualTo("2026-01-01");

        post("billing-manager", "/" + loaded.jsonPath().getString("id") + "/withdraw", loaded.header("ETag"), "")
                .then()
                .statusCode(200);
        assertThat(practice.submits(claim).getString("transport")).isEqualTo("queued");
    }

    @Test
    void theSameListAgainChangesNothingAndAnotherUnderItsNameIsRefused() {
        post("billing-manager", "", "", LIST).then().statusCode(201);
        post("billing-manager", "", "", LIST).then().statusCode(200);
        post("billing-manager", "", "", LIST.replace("J15", "J02")).then().statusCode(409);
        post("billing-manager", "", "", LIST.replace("J15", "22"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/2"));
        post("billing-manager", "", "", LIST.replace("\"title\"", "\"effectiveTo\":\"2025-12-31\",\"title\""))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/effectiveTo"));
        post("biller", "", "", LIST).then().statusCode(403);
        post("billing-manager", "", "", LIST.replace("\"title\"", "\"name\""))
                .then()
                .statusCode(400);
        post("billing-manager", "/" + UUID.randomUUID() + "/withdraw", "\"0\"", "")
                .then()
                .statusCode(404);
    }
}
