package org.superbill.billing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** Contracts at the API, and the amounts that are expected by them. */
@QuarkusTest
@BillingStack
class PayerContractApiTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Inject
    ExpectedAllowed expected;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;
    private UUID payer;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        var facts = practice.facts();
        practice.registers(facts);
        payer = facts.payer.payerId();
    }

    @AfterEach
    void close() {
        events.close();
    }

    private String body(String rate) {
        return """
                {"payerId":"%s","name":"Key 2026","effectiveFrom":"2026-01-01","terms":{"percentOfCharge":60},
                 "rates":[{"procedureCode":"99213","amountCents":%s}]}""".formatted(payer, rate);
    }

    private Response post(String role, String key, String body) {
        return practice.request(role)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/payer-contracts");
    }

    private Response post(String role, String body) {
        return post(role, UUID.randomUUID().toString(), body);
    }

    private static String created(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    private Response put(String id, int revision, String body) {
        return practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", '"' + String.valueOf(revision) + '"')
                .contentType("application/json")
                .body(body)
                .put("/api/v1/payer-contracts/" + id);
    }

    @Test
    void isEnteredOnceAndReplacedWhole() {
        var key = UUID.randomUUID().toString();
        var id = created(post("billing-manager", key, body("9500")));
        assertThat(created(post("billing-manager", key, body("9500")))).isEqualTo(id);
        assertThat(post("billing-manager", body("9500")).statusCode()).isEqualTo(409);
        assertThat(put(id, 4, body("9600")).statusCode()).isEqualTo(412);
        assertThat(put(id, 0, body("9600")).statusCode()).isEqualTo(200);
        assertThat(practice.get("/api/v1/payer-contracts?payerId=" + payer).getInt("items[0].rateCount"))
                .isEqualTo(1);
        assertThat(practice.get("/api/v1/payer-contracts/" + id).getInt("rates[0].amountCents"))
                .isEqualTo(9600);
    }

    @Test
    void tellsWhatAPayerIsExpectedToAllow() {
        created(post("billing-manager", body("9500")));
        assertThat(allowed("99213", DAY)).isEqualTo(Cents.of(95_00));
        assertThat(allowed("99214", DAY)).isEqualTo(Cents.of(120_00));
        assertThat(allowed("99213", LocalDate.parse("2025-12-31"))).isNull();
        var alone = tenancy.as(
                practice.organization, () -> expected.of(payer, DAY, "99213", List.of(), new BigDecimal("2")));
        assertThat(alone).contains(Cents.of(190_00));
    }

    private Cents allowed(String procedure, LocalDate on) {
        var service = new ContractedService(payer, on, procedure, List.of(), BigDecimal.ONE, 200_00, false);
        var found = tenancy.as(practice.organization, () -> expected.of(List.of(service)));
        return found.containsKey(service) ? found.get(service).amount() : null;
    }

    @Test
    void othersAreKeptOutAndWrongFieldsAreNamed() {
        var id = created(post("billing-manager", body("9500")));
        var stranger = new Practice(events).request("biller");
        assertThat(stranger.get("/api/v1/payer-contracts/" + id).statusCode()).isEqualTo(404);
        assertThat(post("biller", body("9500")).statusCode()).isEqualTo(403);
        assertThat(post("billing-manager", body("-1")).<String>path("errors[0].pointer"))
                .isEqualTo("/rates/0/amountCents");
        var nothing = post(
                "billing-manager",
                "{\"payerId\":\"%s\",\"name\":\"x\",\"effectiveFrom\":\"2026-01-01\",\"terms\":{}}".formatted(payer));
        assertThat(nothing.<String>path("errors[0].pointer")).isEqualTo("/terms");
        assertThat(post("billing-manager", body("9500").replace("terms", "term"))
                        .statusCode())
                .isEqualTo(400);
    }
}
