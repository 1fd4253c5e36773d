package org.superbill.systemtests.codersday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.systemtests.codersday.CodingFloor.CHARGE_CENTS;
import static org.superbill.systemtests.codersday.CodingFloor.CODERS;
import static org.superbill.systemtests.codersday.CodingFloor.FLU_SHOT;
import static org.superbill.systemtests.codersday.CodingFloor.all;
import static org.superbill.systemtests.codersday.CodingFloor.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;

/**
 * Two hundred cases: given to three coders as they come, twenty with a question to the clinician, all finalized, thirty audited blind with
 * three errors of which one is rebutted with success, two amended, ten billed. The figures tell exactly that.
 */
@ExtendWith(RunningSystem.class)
class CodersDayTest {
    private static final int CASES = 200;
    private static final int QUERIES = 20;
    private static final int AUDITED = 30;
    private static final int BILLED = 10;
    private static final int ITEMS_OF_A_CASE = 1 + 2 * 3; // a diagnosis; code, units and pointers of two lines
    private static final String WRONG = FLU_SHOT.replace("Z23", "Z71.84");

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

        var corrected = audits(floor);
        amends(floor, corrected);
        bills(floor);
        figuresTellIt(floor);
    }

    private static boolean hasNote(CodingFloor floor, String caseId) {
        return !floor.person("lead", "coding-auditor")
                .peek("/api/v1/coding-cases/" + caseId)
                .json()
                .path("documents")
                .isEmpty();
    }

    /** @return the cases whose errors stand */
    private static List<JsonNode> audits(CodingFloor floor) {
        var eve = floor.person("eve", "coding-auditor");
        var audit = "/api/v1/coding-audits/"
                + eve.post("/api/v1/coding-audits", """
                                {"name": "the day", "stage": "after-bill", "method": "blind", "unit": "case",
                                 "sampling": {"from": "%s", "to": "%s", "per": "all", "size": %d, "seed": 1}}""".formatted(today().minusDays(1), today().plusDays(1), AUDITED))
                        .expect(201)
                        .id();
        var items = all(audit + "/items", eve);
        assertThat(items).hasSize(AUDITED);
        assertThat(eve.get(audit + "/sample").expect(200).json().findValuesAsText("caseId"))
                .isEqualTo(
                        items.stream().map(item -> item.path("caseId").asText()).toList());
        var standing = new ArrayList<JsonNode>();
        for (var i = 0; i < AUDITED; i++) {
            var path = audit + "/items/" + items.get(i).path("id").asText();
            var judged = step(eve, path, "judge", "{\"coding\": %s}".formatted(i < 3 ? WRONG : FLU_SHOT))
                    .json();
            if (i < 3) {
                var coder = floor.person(judged.path("coder").asText(), "coder");
                if (i == 0) {
                    step(coder, path, "rebut", "{\"reason\": \"no travel is planned\"}");
                    step(
                            floor.person("lead", "coding-auditor"), // not who judged it: duties are apart
                            path,
                            "decide",
                            "{\"upheld\": false, \"reason\": \"the coder is right\"}");
                } else {
                    step(coder, path, "accept", "");
                    standing.add(judged);
                }
            }
        }
        var result = eve.get(audit).expect(200).json().path("result");
        assertThat(result.at("/byCase/right").asInt()).isEqualTo(AUDITED - 2);
        assertThat(result.at("/byCase/of").asInt()).isEqualTo(AUDITED);
        assertThat(result.path("undecided").asInt()).isZero();
        assertThat(result.path("meetsStandard").asBoolean()).as("28 of 30").isFalse();
        var effect = Await.until(
                () -> eve.peek(audit).expect(200).json().at("/result/effect"),
                priced -> priced.path("notKnown").asInt() == 0); // billing has answered
        assertThat(effect.path("claims").asInt()).isEqualTo(standing.size());
        assertThat(effect.path("tooMuchCents").asLong())
                .as("the services are the same")
                .isZero();
        return standing;
    }

    private static void amends(CodingFloor floor, List<JsonNode> corrected) {
        for (var item : corrected) {
            var caseId = item.path("caseId").asText();
            var coder = item.path("coder").asText();
            step(
                    floor.person(coder, "coder"),
                    "/api/v1/coding-cases/" + caseId,
                    "amend",
                    "{\"reason\": \"audit: travel vaccination\"}");
            floor.codes(caseId, coder, WRONG);
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

    private static void figuresTellIt(CodingFloor floor) {
        var lead = floor.person("lead", "coding-auditor");
        var days = "from=%s&to=%s".formatted(today().minusDays(1), today().plusDays(1));
        var byCoder =
                lead.get("/api/v1/coding-figures?by=coder&" + days).expect(200).json();
        var total = lead.get("/api/v1/coding-figures?by=total&" + days)
                .expect(200)
                .json()
                .at("/rows/0");
        assertThat(byCoder.path("rows").findValuesAsText("key")).containsExactlyElementsOf(CODERS);
        for (var field : List.of("finalized", "chargeCents", "queries")) {
            assertThat(sum(byCoder.path("rows"), field))
                    .as(field)
                    .isEqualTo(total.path(field).asLong());
        }
        assertThat(total.path("finalized").asInt()).isEqualTo(CASES);
        assertThat(total.path("chargeCents").asLong()).isEqualTo(CASES * CHARGE_CENTS);
        assertThat(total.path("queries").asInt()).isEqualTo(QUERIES);
        assertThat(total.at("/casesWithQuery/right").asInt()).isEqualTo(QUERIES);
        assertThat(total.at("/accuracy/of").asInt()).isGreaterThanOrEqualTo(AUDITED * ITEMS_OF_A_CASE);
        assertThat(total.at("/casesPerHour").isNumber()).isTrue();

        var rates = lead.get("/api/v1/coding-query-figures?by=coder&" + days)
                .expect(200)
                .json();
        assertThat(sum(rates.path("rows"), "asked")).isEqualTo(QUERIES);
        assertThat(sum(rates.path("rows"), "unableToDetermine")).isEqualTo(QUERIES / 2);

        var unbilled = Await.until(
                () -> lead.peek("/api/v1/coding-figures/unbilled?by=coder")
                        .expect(200)
                        .json(),
                figures -> figures.path("cases").asInt() == CASES - BILLED);
        assertThat(unbilled.path("cents").asLong()).isEqualTo((CASES - BILLED) * CHARGE_CENTS);
        assertThat(sum(unbilled.path("rows"), "cents"))
                .isEqualTo(unbilled.path("cents").asLong());
        assertThat(unbilled.path("reasons").findValuesAsText("key")).containsExactly("coded-not-billed");
        floor.practice().books().areCoherent();
    }

    private static long sum(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.path(field).asLong())
                .sum();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    }
}
