package org.superbill.systemtests.codersday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.systemtests.codersday.CodingFloor.CHARGE_CENTS;
import static org.superbill.systemtests.codersday.CodingFloor.CODERS;
import static org.superbill.systemtests.codersday.CodingFloor.FIRST_CENTS;
import static org.superbill.systemtests.codersday.CodingFloor.FLU_SHOT;
import static org.superbill.systemtests.codersday.CodingFloor.VACCINE_CENTS;
import static org.superbill.systemtests.codersday.CodingFloor.all;
import static org.superbill.systemtests.codersday.CodingFloor.flu;
import static org.superbill.systemtests.codersday.CodingFloor.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.stack.FixedDay;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;

/**
 * Two hundred cases: given to three coders as they come, twenty with a question to the clinician, all finalized, thirty audited blind with
 * three errors: one is rebutted with success, one had the payer allow too much, one too little. Those two are amended, ten others billed. The
 * figures tell exactly that.
 */
@ExtendWith(RunningSystem.class)
class CodersDayTest {
    private static final int CASES = 200;
    private static final int QUERIES = 20;
    private static final int AUDITED = 30;
    private static final int BILLED = 10;
    /** Visits are completed before the first is coded; and hours are told to a hundredth. */
    private static final double TELLING = 0.25;

    /** Places in the sample. */
    private static final int REBUTTED = 0;

    private static final int TOO_MUCH = 1;
    private static final int TOO_LITTLE = 2;

    private static final String TRAVEL = flu("Z71.84", "90471", 1);
    private static final String FURTHER = flu("Z23", "90472", 1);
    private static final String TWO_DOSES = flu("Z23", "90471", 2);

    private static final int ITEMS_OF_A_CASE = 1 + 2; // a diagnosis and two lines
    private static final int ITEMS_JUDGED = AUDITED * ITEMS_OF_A_CASE;
    private static final int ITEMS_RIGHT = ITEMS_JUDGED - 2;

    @Test
    void everyCaseIsCodedOnceAndTheFiguresAddUp(SuperbillSystem system) {
        var floor = new CodingFloor(system);
        floor.opens();
        for (var i = 0; i < CASES; i++) {
            floor.completesAVisit(i < QUERIES);
        }
        var cases = floor.awaitsAssigned(CASES);
        assertThat(cases.stream()
                        .collect(Collectors.groupingBy(
                                open -> open.path("assignedTo").asText(), Collectors.counting()))
                        .values())
                .as("the load is shared evenly")
                .containsExactlyInAnyOrder(67L, 67L, 66L);

        isUnbilled(floor, "in-coding", CASES);
        var began = System.nanoTime();
        var asked = 0;
        for (var open : cases) {
            var caseId = open.path("id").asText();
            var coder = open.path("assignedTo").asText();
            if (hasNote(floor, caseId)) {
                floor.saves(caseId, coder, FLU_SHOT);
                var query = floor.asks(caseId, coder);
                floor.answers(query, asked++ % 2 == 0 ? "{\"option\": 1}" : "{\"option\": 3}");
            }
            floor.codes(caseId, coder, FLU_SHOT);
        }
        assertThat(asked).isEqualTo(QUERIES);

        isUnbilled(floor, "coded-not-billed", CASES);
        var judged = audits(floor);
        amends(floor, judged);
        bills(floor);
        isUnbilled(floor, "coded-not-billed", CASES - BILLED);
        figuresTellIt(floor, judged, Duration.ofNanos(System.nanoTime() - began));
        floor.practice().books().areCoherent();
    }

    private static boolean hasNote(CodingFloor floor, String caseId) {
        return !floor.person("lead", "coding-auditor")
                .peek("/api/v1/coding-cases/" + caseId)
                .json()
                .path("documents")
                .isEmpty();
    }

    /** @return what was judged, in the order of the sample */
    private static List<JsonNode> audits(CodingFloor floor) {
        var eve = floor.person("eve", "coding-auditor");
        var audit = "/api/v1/coding-audits/"
                + eve.post("/api/v1/coding-audits", """
                                {"name": "the day", "stage": "after-bill", "method": "blind", "unit": "case",
                                 "sampling": {"from": "%s", "to": "%s", "per": "all", "size": %d, "seed": 1}}""".formatted(
                                        FixedDay.DATE.minusDays(1), FixedDay.DATE.plusDays(1), AUDITED))
                        .expect(201)
                        .id();
        var items = all(audit + "/items", eve);
        assertThat(items).hasSize(AUDITED);
        assertThat(eve.get(audit + "/sample").expect(200).json().findValuesAsText("caseId"))
                .isEqualTo(
                        items.stream().map(item -> item.path("caseId").asText()).toList());
        var judged = new ArrayList<JsonNode>();
        for (var i = 0; i < AUDITED; i++) {
            var path = audit + "/items/" + items.get(i).path("id").asText();
            var right = i == REBUTTED ? TRAVEL : i == TOO_MUCH ? FURTHER : i == TOO_LITTLE ? TWO_DOSES : FLU_SHOT;
            judged.add(step(eve, path, "judge", "{\"coding\": %s}".formatted(right))
                    .json());
            if (!right.equals(FLU_SHOT)) {
                answersTheAuditor(floor, path, judged.get(i).path("coder").asText(), i == REBUTTED);
            }
        }
        resultAddsUp(eve, audit, judged);
        return judged;
    }

    private static void answersTheAuditor(CodingFloor floor, String path, String subject, boolean rebuts) {
        var coder = floor.person(subject, "coder");
        if (!rebuts) {
            step(coder, path, "accept", "");
            return;
        }
        step(coder, path, "rebut", "{\"reason\": \"no travel is planned\"}");
        step(
                floor.person("lead", "coding-auditor"), // not who judged it: duties are apart
                path,
                "decide",
                "{\"upheld\": false, \"reason\": \"the coder is right\"}");
    }

    private static void resultAddsUp(Gateway eve, String audit, List<JsonNode> judged) {
        var result = Await.until(
                () -> eve.peek(audit).expect(200).json().path("result"),
                priced -> priced.at("/effect/notKnown").asInt() == 0); // billing has answered
        isShare(result.path("byCase"), AUDITED - 2, AUDITED);
        isShare(result.path("byCode"), ITEMS_RIGHT, ITEMS_JUDGED);
        assertThat(result.path("undecided").asInt()).isZero();
        assertThat(result.path("meetsStandard").asBoolean()).as("28 of 30").isFalse();
        assertThat(result.at("/effect/claims").asInt()).isEqualTo(2);
        assertThat(result.at("/effect/tooMuchCents").asLong())
                .as("giving the first vaccine, not a further one: $21 instead of $12")
                .isEqualTo(9_00);
        assertThat(result.at("/effect/tooLittleCents").asLong())
                .as("one dose instead of two: $10 instead of $20")
                .isEqualTo(10_00);
        isEffect(eve, audit, judged.get(REBUTTED), 0);
        isEffect(eve, audit, judged.get(TOO_MUCH), -9_00);
        isEffect(eve, audit, judged.get(TOO_LITTLE), 10_00);
    }

    /** By the lines of one item, which add up to it. */
    private static void isEffect(Gateway eve, String audit, JsonNode judged, long differenceCents) {
        var item = eve.peek(audit + "/items/" + judged.path("id").asText())
                .expect(200)
                .json();
        assertThat(item.path("allowedDifferenceCents").asLong()).isEqualTo(differenceCents);
        if (differenceCents != 0) {
            var effect = item.path("effect");
            assertThat(effect.path("codedAllowedCents").asLong()).isEqualTo(VACCINE_CENTS + FIRST_CENTS);
            assertThat(effect.path("correctAllowedCents").asLong())
                    .isEqualTo(VACCINE_CENTS + FIRST_CENTS + differenceCents);
            assertThat(sum(effect.path("lines"), "differenceCents")).isEqualTo(differenceCents);
        }
    }

    private static void isShare(JsonNode share, long right, long of) {
        assertThat(share.path("right").asLong()).isEqualTo(right);
        assertThat(share.path("of").asLong()).isEqualTo(of);
        assertThat(share.path("share").decimalValue())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(right).divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP));
    }

    /** The two cases whose errors stand. */
    private static void amends(CodingFloor floor, List<JsonNode> judged) {
        for (var place : List.of(TOO_MUCH, TOO_LITTLE)) {
            var item = judged.get(place);
            var caseId = item.path("caseId").asText();
            var coder = item.path("coder").asText();
            step(
                    floor.person(coder, "coder"),
                    "/api/v1/coding-cases/" + caseId,
                    "amend",
                    "{\"reason\": \"the audit\"}");
            floor.codesAfterAnAudit(caseId, coder, place == TOO_MUCH ? FURTHER : TWO_DOSES);
            var versions = floor.person(coder, "coder")
                    .get("/api/v1/coding-cases/%s/versions".formatted(caseId))
                    .expect(200)
                    .json();
            assertThat(versions).hasSize(2);
            assertThat(versions.at("/1/openedBy").asText()).isEqualTo(coder);
            floor.practice().tellsEvents(item.path("encounterId").asText(), "encounter-completed", "encounter-coded");
        }
    }

    /** Whoever coded may not; another may. */
    private static void bills(CodingFloor floor) {
        var biller = floor.practice().biller();
        var encounters = all("/api/v1/coding-cases?status=released", floor.person("lead", "coding-auditor")).stream()
                .filter(coded -> coded.path("version").asInt() == 1)
                .limit(BILLED)
                .toList();
        for (var coded : encounters) {
            var claimId = claimOf(floor, coded.path("encounterId").asText());
            var path = "/api/v1/claims/" + claimId;
            var coder = floor.person(coded.path("codedBy").asText(), "biller");
            assertThat(coder.post(path + "/submit", "{}", coder.peek(path).etag())
                            .status())
                    .isEqualTo(403);
            biller.submits(claimId);
        }
        for (var coded : encounters) {
            biller.seesTransport(claimOf(floor, coded.path("encounterId").asText()), "accepted");
        }
    }

    private static String claimOf(CodingFloor floor, String encounterId) {
        return Await.until(
                () -> floor.practice()
                        .as("biller")
                        .peek("/api/v1/claims?encounterId=" + encounterId)
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asText(),
                id -> !id.isEmpty());
    }

    private static void figuresTellIt(CodingFloor floor, List<JsonNode> judged, Duration since) {
        var lead = floor.person("lead", "coding-auditor");
        var days = "from=%s&to=%s".formatted(FixedDay.DATE.minusDays(1), FixedDay.DATE.plusDays(1));
        var byCoder = lead.get("/api/v1/coding-figures?by=coder&" + days)
                .expect(200)
                .json()
                .path("rows");
        var total = lead.get("/api/v1/coding-figures?by=total&" + days)
                .expect(200)
                .json()
                .at("/rows/0");
        assertThat(byCoder.findValuesAsText("key")).containsExactlyElementsOf(CODERS);
        for (var field : List.of("finalized", "chargeCents", "queries")) {
            assertThat(sum(byCoder, field))
                    .as(field)
                    .isEqualTo(total.path(field).asLong());
        }
        assertThat(total.path("finalized").asInt()).isEqualTo(CASES);
        assertThat(total.path("chargeCents").asLong()).isEqualTo(CASES * CHARGE_CENTS);
        assertThat(total.path("queries").asInt()).isEqualTo(QUERIES);
        isShare(total.path("casesWithQuery"), QUERIES, CASES);
        isShare(total.path("accuracy"), ITEMS_RIGHT, ITEMS_JUDGED);
        for (var row : byCoder) {
            isAccurate(row, judged);
        }
        for (var row : List.of(byCoder.get(0), byCoder.get(1), byCoder.get(2), total)) {
            isTimed(row, since);
        }
        var rates = lead.get("/api/v1/coding-query-figures?by=coder&" + days)
                .expect(200)
                .json();
        assertThat(sum(rates.path("rows"), "asked")).isEqualTo(QUERIES);
        assertThat(sum(rates.path("rows"), "unableToDetermine")).isEqualTo(QUERIES / 2);
    }

    /** A coder's accuracy is of the items of that coder's audited cases, without the errors that stand. */
    private static void isAccurate(JsonNode row, List<JsonNode> judged) {
        var items = 0;
        var errors = 0;
        for (var i = 0; i < judged.size(); i++) {
            if (judged.get(i).path("coder").asText().equals(row.path("key").asText())) {
                items += ITEMS_OF_A_CASE;
                errors += i == TOO_MUCH || i == TOO_LITTLE ? 1 : 0;
            }
        }
        isShare(row.path("accuracy"), items - errors, items);
    }

    /** Turnaround is there and no longer than the day; cases per hour follow from the hours of work, both told to a hundredth. */
    private static void isTimed(JsonNode row, Duration since) {
        for (var field : List.of("averageTurnaroundHours", "medianTurnaroundHours")) {
            assertThat(row.path(field).isNumber()).as(field).isTrue();
            assertThat(row.path(field).asDouble()).as(field).isBetween(0.0, since.toMinutes() / 60.0 + TELLING);
        }
        assertThat(row.path("casesPerHour").asDouble()).isPositive();
    }

    /** Discharged, not final billed: cases and cents, by coder adding up to the whole, all for one reason. */
    private static void isUnbilled(CodingFloor floor, String reason, int cases) {
        var lead = floor.person("lead", "coding-auditor");
        var unbilled = Await.until(
                () -> lead.peek("/api/v1/coding-figures/unbilled?by=coder")
                        .expect(200)
                        .json(),
                figures -> figures.path("cases").asInt() == cases);
        assertThat(unbilled.path("cents").asLong()).isEqualTo(cases * CHARGE_CENTS);
        assertThat(sum(unbilled.path("rows"), "cases")).isEqualTo(cases);
        assertThat(sum(unbilled.path("rows"), "cents")).isEqualTo(cases * CHARGE_CENTS);
        assertThat(unbilled.path("reasons").findValuesAsText("key")).containsExactly(reason);
    }

    private static long sum(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.path(field).asLong())
                .sum();
    }
}
