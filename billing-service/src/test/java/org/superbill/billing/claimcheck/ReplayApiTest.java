package org.superbill.billing.claimcheck;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.LocalPostgres;

/** A check as of a past day is answered by the tables and lists that were in use then, whatever was loaded or taken back since. */
@QuarkusTest
@BillingStack
class ReplayApiTest {
    private static final String RELEASE = "own-limits";
    private static final String LIMIT =
            "\"hcpcs_code\",\"mue_units\",\"mue_mai\",\"mue_rationale\"\n\"99213\",1,2,\"Clinical: Data\"\n";
    private static final String LIST = """
            {"number":"L1","title":"Visits","source":"A determination","effectiveFrom":"2026-01-01","csv":"procedure,diagnosis\\n99213,J15\\n"}""";

    LocalPostgres postgres;

    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        practice.receivesClaim(facts);
    }

    @AfterEach
    void close() throws SQLException {
        sql("delete from edit_table_release where label = '" + RELEASE + "' and taken_back_at is not null");
        step("rollback"); // so that the other tests' claims have no limit
        events.close();
    }

    private void sql(String sql) throws SQLException {
        try (var connection = postgres.connect("billing", "billing_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private JsonPath check(@Nullable LocalDate asOf) {
        var day = asOf == null ? "" : ",\"asOf\":\"%s\"".formatted(asOf);
        return practice.request("biller")
                .contentType("application/json")
                .body("""
                        {"claim":{"encounter":{"practitionerId":"%s","locationId":"%s","patientId":"%s","coverageIds":["%s"],"serviceDate":"2026-03-02","diagnoses":["J029"],
                        "lines":[{"lineNumber":1,"procedureCode":"99213","modifiers":[],"units":3,"chargeCents":15000,"serviceDate":"2026-03-02","diagnosisPointers":[1]}]}}%s}""".formatted(
                                facts.encounter.practitionerId(),
                                facts.encounter.locationId(),
                                facts.patient.patientId(),
                                facts.coverage.coverageId(),
                                day))
                .post("/api/v1/claim-checks")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static boolean finds(JsonPath checked, String rule) {
        return checked.getList("claims[0].findings.rule").contains(rule);
    }

    private LocalDate yesterday() {
        return LocalDate.parse(check(null).getString("asOf")).minusDays(1);
    }

    private static int step(String verb) {
        return given().auth()
                .oauth2(TestTokens.systemOfNone("code-release:load"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/edit-tables/mue-practitioner/releases/" + RELEASE + "/" + verb)
                .statusCode();
    }

    private static void loadsLimits() {
        given().auth()
                .oauth2(TestTokens.systemOfNone("code-release:load"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Disposition", "attachment; filename=\"x.csv\"")
                .contentType("application/octet-stream")
                .body(LIMIT.getBytes(UTF_8))
                .post("/api/v1/edit-tables?table=mue-practitioner&effectiveFrom=2026-01-01&release=" + RELEASE)
                .then()
                .statusCode(201);
        assertThat(step("activate")).isEqualTo(200);
    }

    @Test
    void aTableLoadedTodayFindsNothingAsOfYesterday() throws SQLException {
        loadsLimits();
        assertThat(finds(check(null), "units-unlikely")).isTrue();
        var yesterday = yesterday();
        var replayed = check(yesterday);
        assertThat(finds(replayed, "units-unlikely")).isFalse();
        assertThat(replayed.getList("replay.tables")).isEmpty();
        sql("update edit_table_release set activated_at = activated_at - interval '3 days' where label = '" + RELEASE
                + "'");
        assertThat(finds(check(yesterday), "units-unlikely")).isTrue();
        assertThat(check(yesterday).getString("replay.tables[0].release")).isEqualTo(RELEASE);
        assertThat(finds(check(yesterday.minusDays(9)), "units-unlikely")).isFalse();
    }

    @Test
    void aTableThatWasTakenBackSinceStillAnswersForItsDays() throws SQLException {
        loadsLimits();
        var yesterday = yesterday();
        sql("update edit_table_release set activated_at = activated_at - interval '3 days' where label = '" + RELEASE
                + "'");
        assertThat(step("rollback")).isEqualTo(200);
        assertThat(step("rollback")).as("it is as if it had never been").isEqualTo(404);
        assertThat(finds(check(null), "units-unlikely")).isFalse();
        var replayed = check(yesterday);
        assertThat(finds(replayed, "units-unlikely")).isTrue();
        assertThat(replayed.getBoolean("replay.tables[0].takenBack")).isTrue();
        sql("update edit_table_release set taken_back_at = taken_back_at - interval '2 days' where label = '" + RELEASE
                + "'");
        assertThat(finds(check(yesterday), "units-unlikely")).isFalse();
        loadsLimits(); // its label is free again
        assertThat(finds(check(null), "units-unlikely")).isTrue();
    }

    @Test
    void aCoverageListLoadedTodayFindsNothingAsOfYesterdayAndOneWithdrawnSinceFindsStill() throws SQLException {
        var yesterday = yesterday();
        var loaded = practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(LIST)
                .post("/api/v1/coverage-lists");
        assertThat(loaded.statusCode()).isEqualTo(201);
        assertThat(finds(check(null), "diagnosis-covers-procedure")).isTrue();
        assertThat(finds(check(yesterday), "diagnosis-covers-procedure")).isFalse();
        var id = loaded.jsonPath().getString("id");
        sql("update coverage_list set loaded_at = loaded_at - interval '3 days' where id = '" + id + "'");
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", loaded.header("ETag"))
                .contentType("application/json")
                .post("/api/v1/coverage-lists/" + id + "/withdraw")
                .then()
                .statusCode(200);
        assertThat(finds(check(null), "diagnosis-covers-procedure")).isFalse();
        assertThat(finds(check(yesterday), "diagnosis-covers-procedure")).isTrue();
    }
}
