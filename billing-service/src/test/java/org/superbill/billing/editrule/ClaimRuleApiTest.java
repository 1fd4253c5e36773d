package org.superbill.billing.editrule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.FixedDay;
import org.superbill.stack.LocalPostgres;

/** A rule of the organization from draft to switch-off, and what it does to claims meanwhile. */
@QuarkusTest
@BillingStack
class ClaimRuleApiTest {
    private static final String RULE = """
            {"name":"visit-with-culture","definition":{"scope":"line","condition":"line_procedure == '99213' && lines.exists(l, l.procedure == '87070')","severity":"reason",
            "pointer":"/modifiers","message":"The payer denies a visit beside a culture","fix":"Bill the culture alone","source":"Key Insurance, manual, section 4",
            "tests":[{"name":"both","catches":true,"claim":{"lines":[{"procedure":"99213"},{"procedure":"87070"}]}},
            {"name":"a visit alone","catches":false,"claim":{"lines":[{"procedure":"99213"}]}}]},"effectiveFrom":"2026-01-01","owner":"manager"}""";

    LocalPostgres postgres;

    @Inject
    Clocks clocks;

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        clocks.moveTo(FixedDay.now());
        events.close();
    }

    private Response post(String role, String path, String etag, String key, String body) {
        return sent(TestTokens.of(practice.organization, role), path, etag, key, body);
    }

    private static Response sent(String token, String path, String etag, String key, String body) {
        var request =
                given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key", key);
        if (!etag.isEmpty()) {
            request.header("If-Match", etag);
        }
        if (!body.isEmpty()) {
            request.body(body);
        }
        return request.post("/api/v1/claim-rules" + path);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Response written(String body) {
        return post("billing-manager", "", "", key(), body);
    }

    private static void assertProblem(Response answer, int status, String problem) {
        answer.then().statusCode(status).body("type", equalTo("https://superbill.org/problems/" + problem));
    }

    @Test
    void aRuleKeepsClaimsUntilItIsPassedOrSwitchedOff() {
        var draft = written(RULE);
        draft.then().statusCode(201).body("state", equalTo("draft")).body("version", equalTo(1));
        var path = "/" + draft.jsonPath().getString("id");
        var claim = practice.receivesClaim(practice.facts());
        assertThat(practice.claim(claim).getString("transport")).isEqualTo("ready");

        var active = post("billing-manager", path + "/activate", draft.header("ETag"), key(), "");
        active.then().statusCode(200).body("state", equalTo("active"));

        var stopped = practice.submits(claim);
        assertThat(stopped.getString("transport")).isEqualTo("edits-failed");
        assertThat(stopped.getList("findings.findAll { it.needsReason }.rule"))
                .containsExactly("own-rule/visit-with-culture");
        assertThat(stopped.getInt("findings.find { it.needsReason }.line")).isEqualTo(1);
        var pass = """
                {"rule":"own-rule/visit-with-culture","pointer":"%s","reason":"The payer agreed by telephone"}""".formatted(stopped.getString("findings.find { it.needsReason }.pointer"));
        var passed = practice.acts(claim, "pass-warning", pass, 200);
        assertThat(passed.getString("transport")).isEqualTo("ready");
        assertThat(passed.getList("passedWarnings.reason")).containsExactly("The payer agreed by telephone");
        assertThat(passed.getList("passedWarnings.passedBy")).isNotEmpty();
        practice.acts(claim, "pass-warning", pass, 409);
        assertThat(practice.submits(claim).getString("transport")).isEqualTo("queued");

        var off = post("billing-manager", path + "/switch-off", active.header("ETag"), key(), "");
        off.then().statusCode(200).body("state", equalTo("off"));
        assertProblem(
                post("billing-manager", path + "/switch-off", off.header("ETag"), key(), ""),
                409,
                "claim-rule-step-not-allowed");
        var free = practice.receivesClaim(practice.facts());
        assertThat(practice.claim(free).getString("transport")).isEqualTo("ready");
    }

    @Test
    void aRuleJudgesTheLinesWhoseDateOfServiceIsOneOfItsDays() {
        var draft = written(RULE.replace("2026-01-01", "2026-03-03"));
        post("billing-manager", "/" + draft.jsonPath().getString("id") + "/activate", draft.header("ETag"), key(), "")
                .then()
                .statusCode(200);
        var claim = practice.receivesClaim(practice.facts()
                .lines(line(1, "99213", "2026-03-02"), line(2, "99213", "2026-03-03"), line(3, "87070", "2026-03-02")));
        assertThat(practice.submits(claim)
                        .getList("findings.findAll { it.rule == 'own-rule/visit-with-culture' }.line"))
                .containsExactly(2);
    }

    private static EncounterCoded.Line line(int number, String procedure, String on) {
        return new EncounterCoded.Line(
                number, procedure, List.of(), BigDecimal.ONE, 100_00, LocalDate.parse(on), List.of(1));
    }

    @Test
    void aCheckAsOfAPastDayAsksTheRulesThatWereOnThen() {
        var draft = written(RULE);
        var path = "/" + draft.jsonPath().getString("id");
        var active = post("billing-manager", path + "/activate", draft.header("ETag"), key(), "");
        var claim = practice.receivesClaim(practice.facts());
        var today = FixedDay.DATE; // the service's clock has not been moved
        assertThat(foundAsOf(claim, today.plusDays(1))).contains("own-rule/visit-with-culture");
        assertThat(foundAsOf(claim, today.minusDays(2))).doesNotContain("own-rule/visit-with-culture");
        post("billing-manager", path + "/switch-off", active.header("ETag"), key(), "")
                .then()
                .statusCode(200);
        assertThat(foundAsOf(claim, today.plusDays(1))).doesNotContain("own-rule/visit-with-culture");
        wasOn(draft.jsonPath().getString("id"), today.minusDays(9), today.minusDays(5));
        assertThat(foundAsOf(claim, today.minusDays(7))).contains("own-rule/visit-with-culture");
        assertThat(foundAsOf(claim, today.minusDays(3))).doesNotContain("own-rule/visit-with-culture");
    }

    /** The rule asks each of 50 lines about all pairs of lines, more than all rules together may; the one after it is not asked. */
    @Test
    void rulesThatTakeTooLongAreToldAndStopNothing() {
        var greedy = RULE.replace("visit-with-culture", "a-greedy-one")
                .replace(
                        "lines.exists(l, l.procedure == '87070')",
                        "lines.exists(l, l.procedure == '87070') && lines.all(a, lines.all(b, %s))"
                                .formatted("a.procedure != ''" + " && b.procedure != ''".repeat(40)));
        for (var rule : List.of(greedy, RULE)) {
            var draft = written(rule);
            draft.then().statusCode(201);
            post(
                            "billing-manager",
                            "/" + draft.jsonPath().getString("id") + "/activate",
                            draft.header("ETag"),
                            key(),
                            "")
                    .then()
                    .statusCode(200);
        }
        var facts = practice.facts();
        var lines = new ArrayList<EncounterCoded.Line>();
        for (var i = 1; i <= 50; i++) {
            lines.add(Facts.line(i, i == 50 ? "87070" : "99213", i));
        }
        var found = practice.claim(practice.receivesClaim(facts.lines(lines.toArray(EncounterCoded.Line[]::new))));
        var broken = found.getList("findings.findAll { it.rule == 'own-rule-broken' }.message");
        assertThat(broken).hasSize(1);
        assertThat(String.valueOf(broken.get(0))).contains("a-greedy-one", "2000000 steps");
        assertThat(found.getList("findings.rule")).doesNotContain("own-rule/visit-with-culture");
    }

    @Test
    void noMoreRulesAreOnThanAClaimCanBear() throws SQLException {
        var draft = written(RULE);
        var path = "/" + draft.jsonPath().getString("id") + "/activate";
        try (var connection = postgres.connect("billing", "billing_owner");
                var statement = connection.prepareStatement("""
                        insert into claim_rule (organization_id, id, name, version, state, definition, effective_from, owner, changed_by, changed_at, revision)
                        select organization_id, gen_random_uuid(), 'rule-' || n, 1, 'ACTIVE', definition, effective_from, owner, changed_by, changed_at, 0
                          from claim_rule, generate_series(1, 200) as n where id = ?::uuid""")) {
            statement.setString(1, draft.jsonPath().getString("id"));
            assertThat(statement.executeUpdate()).isEqualTo(200);
        }
        assertProblem(post("billing-manager", path, draft.header("ETag"), key(), ""), 409, "claim-rule-too-many");
        try (var connection = postgres.connect("billing", "billing_owner");
                var statement = connection.prepareStatement(
                        "update claim_rule set state = 'OFF' where name = 'rule-7' and organization_id = ?")) {
            statement.setString(1, practice.organization.toString());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        post("billing-manager", path, draft.header("ETag"), key(), "").then().statusCode(200);
    }

    /** As if days had gone by. */
    private void wasOn(String rule, LocalDate from, LocalDate until) {
        try (var connection = postgres.connect("billing", "billing_owner");
                var statement = connection.prepareStatement(
                        "update claim_rule set switched_on_at = ?, switched_off_at = ? where id = ?::uuid")) {
            statement.setObject(1, from.atStartOfDay().atOffset(ZoneOffset.UTC));
            statement.setObject(2, until.atStartOfDay().atOffset(ZoneOffset.UTC));
            statement.setString(3, rule);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> foundAsOf(String claim, LocalDate day) {
        return practice.request("biller")
                .contentType("application/json")
                .body("{\"claimId\":\"%s\",\"asOf\":\"%s\"}".formatted(claim, day))
                .post("/api/v1/claim-checks")
                .jsonPath()
                .getList("claims[0].findings.rule");
    }

    @Test
    void aRuleIsSwitchedOnOnlyWhenItPassesItsTests() {
        var wrong = written(RULE.replace("\"catches\":false", "\"catches\":true"));
        var path = "/" + wrong.jsonPath().getString("id");
        post("billing-manager", path + "/test", "", key(), "")
                .then()
                .statusCode(200)
                .body("passed", equalTo(false))
                .body("results.outcome", hasItem("left alone"));
        assertProblem(
                post("billing-manager", path + "/activate", wrong.header("ETag"), key(), ""),
                422,
                "claim-rule-tests-failed");
    }

    @Test
    void theNextVersionEndsTheOneBefore() {
        var first = written(RULE);
        post("billing-manager", "/" + first.jsonPath().getString("id") + "/activate", first.header("ETag"), key(), "")
                .then()
                .statusCode(200);
        var second = written(RULE.replace("2026-01-01", "2026-02-01"));
        second.then().statusCode(201).body("version", equalTo(2));
        assertProblem(written(RULE), 409, "claim-rule-draft-exists");
        post("billing-manager", "/" + second.jsonPath().getString("id") + "/activate", second.header("ETag"), key(), "")
                .then()
                .statusCode(200);
        assertThat(practice.get("/api/v1/claim-rules/" + first.jsonPath().getString("id"))
                        .getString("effectiveTo"))
                .isEqualTo("2026-01-31");
    }

    @Test
    void aDryRunSaysWhatARuleWouldHaveCaughtAndSaved() {
        var claim = practice.receivesClaim(practice.facts());
        practice.sends(claim);
        var number = practice.claim(claim).getString("claimNumber");
        practice.receives(PayerFiles.remittance("DRYRUN")
                .claim(number, "1", "175", "0", "0", "PCN9")
                .with("CAS*CO*50*175")
                .patient()
                .text());
        practice.awaits(claim, "adjudication", "denied");
        var rule = written(RULE);
        post(
                        "billing-manager",
                        "/" + rule.jsonPath().getString("id") + "/dry-run",
                        "",
                        key(),
                        "{\"from\":\"2020-01-01\",\"to\":\"2099-12-31\"}")
                .then()
                .statusCode(200)
                .body("claims", equalTo(1))
                .body("caught", equalTo(1))
                .body("caughtChargeCents", equalTo(17500))
                .body("denied", equalTo(1))
                .body("deniedCents", equalTo(17500))
                .body("complete", equalTo(true));
        var denial = practice.get("/api/v1/denials?claimId=" + claim).getString("items[0].id");
        var proposed = given().auth()
                .oauth2(TestTokens.of(practice.organization, "biller"))
                .post("/api/v1/denials/" + denial + "/proposed-rule");
        proposed.then().statusCode(200).body("rule.definition.tests.size()", equalTo(2));
        var offered = new ObjectMapper().valueToTree(proposed.jsonPath().getMap("rule"));
        var draft = written(offered.toString());
        draft.then().statusCode(201);
        post("billing-manager", "/" + draft.jsonPath().getString("id") + "/activate", draft.header("ETag"), key(), "")
                .then()
                .statusCode(200);
    }

    /** 175.00, sent, replaced, and once more: one claim. */
    @Test
    void aDryRunCountsAClaimOnceHoweverOftenItWasSent() {
        var claim = practice.receivesClaim(practice.facts());
        practice.sends(claim);
        for (var decision : List.of("1", "2")) {
            practice.receives(
                    PayerFiles.claimAcknowledgment(practice.claim(claim).getString("claimNumber"), "A7:164:IL", ""));
            practice.acts(claim, "correct", "{\"reason\":\"%s\"}".formatted(decision), 200);
            practice.sends(claim);
        }
        var path = "/" + written(RULE).jsonPath().getString("id") + "/dry-run";
        post("billing-manager", path, "", key(), "{\"from\":\"2020-01-01\",\"to\":\"2099-12-31\"}")
                .then()
                .statusCode(200)
                .body("claims", equalTo(1))
                .body("caught", equalTo(1))
                .body("caughtChargeCents", equalTo(17500));
    }

    /** 175.00 to the first payer, which refuses 25.00 of it, then to the second, which is the one that is billed now. */
    @Test
    void aPayersRuleIsTriedOnWhatWentToThatPayerWhoeverIsBilledNow() {
        var facts = practice.facts().nextPayer();
        var claim = practice.receivesClaim(facts);
        practice.sends(claim);
        var number = practice.claim(claim).getString("claimNumber");
        practice.receives(PayerFiles.remittance("TWOPAYERS")
                .claim(number, "1", "175", "100", "20", "PCN1")
                .patient()
                .line("99213", "150", "100", number + "L1", "CO*45*30", "PR*2*20")
                .line("87070", "25", "0", number + "L2", "CO*16*25")
                .text());
        practice.acts(claim, "bill-next-payer", "{}", 200);
        practice.sends(claim);
        assertThat(tried(String.valueOf(facts.payer.payerId()))).containsExactly(1, 1, 1, 2500);
        assertThat(tried(String.valueOf(Objects.requireNonNull(facts.nextPayer).payerId())))
                .containsExactly(1, 1, 0, 0);
        assertThat(tried("")).containsExactly(2, 2, 1, 2500);
    }

    /** @param payer whose rule it is; empty: nobody's in particular @return claims, caught, denied, deniedCents */
    private List<Integer> tried(String payer) {
        var rule = written(RULE.replace("visit-with-culture", "rule-" + key())
                .replace("\"owner\"", payer.isEmpty() ? "\"owner\"" : "\"payerId\":\"%s\",\"owner\"".formatted(payer)));
        var path = "/" + rule.jsonPath().getString("id") + "/dry-run";
        var run = post("billing-manager", path, "", key(), "{\"from\":\"2020-01-01\",\"to\":\"2099-12-31\"}")
                .jsonPath();
        return List.of(run.getInt("claims"), run.getInt("caught"), run.getInt("denied"), run.getInt("deniedCents"));
    }

    @Test
    void aDryRunLooksAtClaimsOfThePracticesDays() {
        clocks.moveTo(Instant.parse("2027-01-02T03:00:00Z")); // in New York it is the first of January still
        practice.sends(practice.receivesClaim(practice.facts()));
        var path = "/" + written(RULE).jsonPath().getString("id") + "/dry-run";
        var body = "{\"from\":\"%s\",\"to\":\"%<s\"}";
        post("billing-manager", path, "", key(), body.formatted("2027-01-01"))
                .then()
                .body("claims", equalTo(1));
        post("billing-manager", path, "", key(), body.formatted("2027-01-02"))
                .then()
                .body("claims", equalTo(0));
    }

    @Test
    void whatIsWrongIsRefusedWithNothingDone() {
        assertProblem(written(RULE.replace("line_procedure", "line_code")), 422, "claim-rule-condition-invalid");
        assertProblem(written(RULE.replace("\"owner\"", "\"boss\"")), 400, "validation-failed");
        assertProblem(
                written(RULE.replace("\"owner\"", "\"effectiveTo\":\"2025-12-31\",\"owner\"")),
                400,
                "validation-failed");
        assertProblem(post("biller", "", "", key(), RULE), 403, "forbidden");
        var key = key();
        var one = post("billing-manager", "", "", key, RULE);
        var again = post("billing-manager", "", "", key, RULE);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().getString("id")).isEqualTo(one.jsonPath().getString("id"));
        var path = "/" + one.jsonPath().getString("id");
        assertProblem(post("billing-manager", path + "/activate", "\"99\"", key(), ""), 412, "stale");
        assertProblem(post("billing-manager", path + "/activate", "", key(), ""), 428, "if-match-missing");
        assertProblem(
                sent(TestTokens.of(UUID.randomUUID(), "billing-manager"), path + "/activate", "\"0\"", key(), ""),
                404,
                "claim-rule-not-found");
    }
}
