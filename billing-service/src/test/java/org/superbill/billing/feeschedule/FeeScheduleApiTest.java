package org.superbill.billing.feeschedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** Fee schedules at the API, and the charges that they propose. */
@QuarkusTest
@BillingStack
class FeeScheduleApiTest {
    private static final String BODY = """
            {"name":"Charges 2026","effectiveFrom":"2026-01-01","fees":[{"procedureCode":"99213","amountCents":15000},
             {"procedureCode":"70450","amountCents":30000},{"procedureCode":"70450","modifiers":["26"],"amountCents":9000}]}""";
    private static final String OTHER = """
            {"name":"Charges 2026","effectiveFrom":"2026-01-01","fees":[{"procedureCode":"99213","amountCents":16000}]}""";

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

    private Response post(String role, String key, String path, String body) {
        return practice.request(role)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/fee-schedules" + path);
    }

    private Response post(String role, String body) {
        return post(role, UUID.randomUUID().toString(), "", body);
    }

    private static String created(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    @Test
    void isEnteredOnceAndReplacedWhole() {
        var key = UUID.randomUUID().toString();
        var id = created(post("billing-manager", key, "", BODY));
        assertThat(created(post("billing-manager", key, "", BODY))).isEqualTo(id);
        assertThat(post("billing-manager", BODY).statusCode()).isEqualTo(409);
        assertThat(practice.get("/api/v1/fee-schedules").getInt("items[0].feeCount"))
                .isEqualTo(3);
        assertThat(put(id, 5).statusCode()).isEqualTo(412);
        assertThat(put(id, 0).then().statusCode(200).extract().<Integer>path("feeCount"))
                .isEqualTo(1);
        assertThat(practice.get("/api/v1/fee-schedules/" + id).getInt("fees[0].amountCents"))
                .isEqualTo(16000);
    }

    private Response put(String id, int revision) {
        return practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", '"' + String.valueOf(revision) + '"')
                .contentType("application/json")
                .body(OTHER)
                .put("/api/v1/fee-schedules/" + id);
    }

    @Test
    void proposesChargesForServicesInTheirOrder() {
        created(post("billing-manager", BODY));
        var proposals = post("front-desk", UUID.randomUUID().toString(), "/charge-proposals", """
                        {"services":[{"procedureCode":"70450","modifiers":["26"],"units":2,"serviceDate":"2026-03-02"},
                         {"procedureCode":"12345","serviceDate":"2026-03-02"},{"procedureCode":"99213","serviceDate":"2025-12-31"}]}""")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(proposals.getInt("items[0].chargeCents")).isEqualTo(18000);
        assertThat(proposals.getString("items[1].chargeCents")).isNull();
        assertThat(proposals.getString("items[2].chargeCents")).isNull();
    }

    @Test
    void othersAreKeptOutAndWrongFieldsAreNamed() {
        var id = created(post("billing-manager", BODY));
        var stranger = new Practice(events).request("biller");
        assertThat(stranger.get("/api/v1/fee-schedules/" + id).statusCode()).isEqualTo(404);
        assertThat(post("biller", BODY).statusCode()).isEqualTo(403);
        var twice = post("billing-manager", """
                {"name":"x","effectiveFrom":"2026-01-01","effectiveTo":"2025-12-31","fees":[
                 {"procedureCode":"70450","modifiers":["26","59"],"amountCents":1},{"procedureCode":"70450","modifiers":["59","26"],"amountCents":2}]}""");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.jsonPath().getList("errors.pointer")).containsExactly("/effectiveTo", "/fees/1");
        assertThat(post("billing-manager", BODY.replace("name", "nam")).statusCode())
                .isEqualTo(400);
    }
}
