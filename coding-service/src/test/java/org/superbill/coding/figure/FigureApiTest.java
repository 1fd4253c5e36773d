package org.superbill.coding.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.coding.codingcase.CodedFigures;
import org.superbill.coding.codingcase.UnbilledFigures;
import org.superbill.events.ClaimSubmitted;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.FixedDay;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class FigureApiTest {
    private final UUID organization = UUID.randomUUID();
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api lead = Api.as(organization, "coding-auditor");

    @Inject
    Clocks clocks;

    @Inject
    Clock clock;

    @AfterEach
    void backToToday() {
        clocks.moveTo(FixedDay.now());
    }

    @Test
    void casesPerHourAreCountedFromWhenCodersHadThemOpen() {
        Api.awaitReady();
        Encounters.loadProcedures(organization);
        try (var events = TestEvents.open()) {
            var clinic = new Encounters(events, organization);
            var begin = Encounters.DAY.atTime(15, 0).toInstant(ZoneOffset.UTC);
            clocks.moveTo(begin);
            var paths = List.of(clinic.fluShot(ann), clinic.fluShot(ann));
            clinic.fluShot(ann, 9_000_00, null);
            for (var path : paths) {
                ann.post(path + "/open", "").statusCode(200);
                clocks.moveTo(clock.instant().plus(Duration.ofMinutes(6)));
                ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                        .statusCode(200);
                ann.post(path + "/finalize", "{}", Encounters.etag(ann, path)).statusCode(200);
            }
        }
        lead.get("/api/v1/coding-figures?from=2026-03-02&to=2026-03-02&by=coder")
                .statusCode(200)
                .body("rows.key", contains("ann"))
                .body("rows[0].finalized", is(2))
                .body("rows[0].chargeCents", is(84_00))
                .body("rows[0].workHours", allOf(greaterThan(0.1999f), lessThanOrEqualTo(0.21f)))
                .body("rows[0].casesPerHour", allOf(greaterThan(9.5f), lessThanOrEqualTo(10.0f))) // the clock runs on
                .body("rows[0].casesWithQuery.right", is(0));
        lead.get("/api/v1/coding-figures?from=2026-03-03&to=2026-03-31").body("rows.size()", is(0));
        lead.get("/api/v1/coding-figures?from=2026-03-02&to=2026-03-02&by=day")
                .body("rows.key", contains("2026-03-02"));

        var unbilled = lead.get("/api/v1/coding-figures/unbilled")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(unbilled.getLong("billHold.cents")).isEqualTo(9_084_00); // within three days of the visit
        assertThat(unbilled.getLong("cents")).isZero();
        clocks.moveTo(clock.instant().plus(Duration.ofDays(3)));
        var later =
                lead.get("/api/v1/coding-figures/unbilled?by=coder").extract().jsonPath();
        assertThat(later.getLong("cents")).isEqualTo(9_084_00);
        assertThat(later.getList("reasons.key")).containsExactly("coded-not-billed", "nobody-has-it");
        assertThat(later.getList("rows.key")).containsExactly("", "ann");
        assertThat(later.getFloat("days")).isEqualTo(90.0f); // all that was charged in the last 90 days
    }

    @Test
    void eachCaseOfAStayIsBilledByItsOwnClaim() {
        Api.awaitReady();
        try (var events = TestEvents.open()) {
            clocks.moveTo(Encounters.DAY.plusDays(30).atTime(15, 0).toInstant(ZoneOffset.UTC));
            var path = new Encounters(events, organization)
                    .stay(ann, Encounters.DAY.plusDays(3))
                    .get(0);
            var encounter = UUID.fromString(ann.get(path).extract().jsonPath().getString("encounterId"));
            lead.get("/api/v1/coding-figures/unbilled?by=kind").body("rows.key", contains("facility", "professional"));
            events.publish(organization, submitted(encounter, "facility"));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> lead.get("/api/v1/coding-figures/unbilled?by=kind")
                            .body("rows.key", contains("professional")));
            events.publish(organization, submitted(encounter, null));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> lead.get("/api/v1/coding-figures/unbilled").body("cases", is(0)));
        }
    }

    @Test
    void figuresOverTimeCanBeOfOneCoder() {
        Api.awaitReady();
        Encounters.loadProcedures(organization);
        var bob = Api.as(TestTokens.ofUser("bob", organization, "coder"));
        try (var events = TestEvents.open()) {
            var clinic = new Encounters(events, organization);
            clocks.moveTo(Encounters.DAY.atTime(15, 0).toInstant(ZoneOffset.UTC));
            for (var coder : List.of(ann, bob, ann)) {
                var path = clinic.fluShot(coder);
                coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                        .statusCode(200);
                coder.post(path + "/finalize", "{}", Encounters.etag(coder, path))
                        .statusCode(200);
                clocks.moveTo(clock.instant().plus(Duration.ofDays(1)));
            }
        }
        var days = "/api/v1/coding-figures?from=2026-03-01&to=2026-03-31&by=day";
        lead.get(days).body("rows.key", contains("2026-03-02", "2026-03-03", "2026-03-04"));
        lead.get(days + "&coder=ann").body("rows.key", contains("2026-03-02", "2026-03-04"));
        lead.get(days + "&payerId=" + UUID.randomUUID()).body("rows.size()", is(0));
        lead.get("/api/v1/coding-figures/unbilled?coder=bob").body("cases", is(1));
        lead.get(days + "&specialty=20-7").statusCode(400);
    }

    @Test
    void figuresOfSpecialtiesAndPayersAreOfTheirOwnCases() {
        Api.awaitReady();
        Encounters.loadProcedures(organization);
        var familyDoctor = UUID.randomUUID();
        var surgeon = UUID.randomUUID();
        var payer = new UUID(0, 1);
        var otherPayer = new UUID(0, 2);
        var coverage = UUID.randomUUID();
        var otherCoverage = UUID.randomUUID();
        try (var events = TestEvents.open()) {
            var clinic = new Encounters(events, organization);
            var noon = Encounters.DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
            clocks.moveTo(noon);
            events.publish(organization, practises(familyDoctor, "207Q00000X"), 1);
            events.publish(organization, practises(surgeon, "208600000X"), 1);
            events.publish(organization, covers(coverage, payer));
            events.publish(organization, covers(otherCoverage, otherPayer));
            var paths = List.of(
                    clinic.fluShot(ann, Encounters.DAY, 100_00, familyDoctor, coverage),
                    clinic.fluShot(ann, Encounters.DAY, 50_00, familyDoctor, otherCoverage),
                    clinic.fluShot(ann, Encounters.DAY, 30_00, surgeon, coverage));
            clinic.fluShot(ann, Encounters.DAY, 900_00, surgeon, otherCoverage); // stays uncoded
            clocks.moveTo(noon.plus(Duration.ofHours(2)));
            paths.forEach(path -> codes(ann, path));
        }
        var figures = "/api/v1/coding-figures?from=2026-03-02&to=2026-03-02&by=";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> lead.get(figures + "specialty")
                        .body("rows.key", contains("207Q00000X", "208600000X"))
                        .body("rows.finalized", contains(2, 1))
                        .body("rows.chargeCents", contains(150_00, 30_00)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> lead.get(figures + "payer")
                        .body("rows.key", contains(payer.toString(), otherPayer.toString()))
                        .body("rows.finalized", contains(2, 1))
                        .body("rows.chargeCents", contains(130_00, 50_00)));
        lead.get(figures + "day&payerId=" + otherPayer)
                .body("rows.key", contains("2026-03-02"))
                .body("rows[0].chargeCents", is(50_00))
                .body("rows[0].averageTurnaroundHours", allOf(greaterThan(1.98f), lessThanOrEqualTo(2.05f)));
        lead.get(figures + "total&specialty=2086").body("rows[0].chargeCents", is(30_00));

        clocks.moveTo(
                Encounters.DAY.plusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC)); // the days of bill hold are over
        lead.get("/api/v1/coding-figures/unbilled?by=specialty")
                .body("rows.key", contains("207Q00000X", "208600000X"))
                .body("rows.cents", contains(150_00, 930_00))
                .body("cents", is(1_080_00));
        lead.get("/api/v1/coding-figures/unbilled?by=payer")
                .body("rows.key", contains(payer.toString(), otherPayer.toString()))
                .body("rows.cents", contains(130_00, 950_00));
    }

    @Test
    void whatWasNotBilledIsToldOfADayGoneBy() {
        Api.awaitReady();
        Encounters.loadProcedures(organization);
        Policies.set(
                Api.as(organization, "admin"), policy -> policy.replace("\"billHoldDays\":3", "\"billHoldDays\":0"));
        var first = Encounters.DAY;
        try (var events = TestEvents.open()) {
            var clinic = new Encounters(events, organization);
            noonOf(first);
            var coded = clinic.fluShot(ann, first, 100_00, UUID.randomUUID(), UUID.randomUUID());
            noonOf(first.plusDays(1));
            codes(ann, coded);
            var held = clinic.fluShot(ann, first.plusDays(1), 40_00, UUID.randomUUID(), UUID.randomUUID());
            ann.post(held + "/hold", "{\"reason\":\"a report is awaited\"}", Encounters.etag(ann, held))
                    .statusCode(200);
            noonOf(first.plusDays(2));
            ann.post(held + "/end-hold", "{}", Encounters.etag(ann, held)).statusCode(200);
            clinic.fluShot(ann, first.plusDays(2), 7_00, UUID.randomUUID(), UUID.randomUUID());
            var encounter = UUID.fromString(ann.get(coded).extract().jsonPath().getString("encounterId"));
            events.publish(
                    organization,
                    submitted(encounter, null, first.plusDays(2).atTime(10, 0).toInstant(ZoneOffset.UTC)));
            noonOf(first.plusDays(3));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> lead.get("/api/v1/coding-figures/unbilled").body("cases", is(2)));
            ann.post(coded + "/amend", "{\"reason\":\"another code\"}", Encounters.etag(ann, coded))
                    .statusCode(200); // which changes nothing of what was
            lead.get("/api/v1/coding-figures?from=%1$s&to=%1$s&by=day".formatted(first.plusDays(1)))
                    .body("rows[0].averageTurnaroundHours", allOf(greaterThan(23.9f), lessThanOrEqualTo(24.1f)));
        }
        unbilledOn(first)
                .body("reasons.key", contains("nobody-has-it"))
                .body("reasons.cents", contains(100_00))
                .body("averageDailyRevenueCents", is(111)) // of 90 days
                .body("days", is(90.0f));
        unbilledOn(first.plusDays(1))
                .body("reasons.key", contains("coded-not-billed", "on-hold"))
                .body("reasons.cents", contains(100_00, 40_00))
                .body("averageDailyRevenueCents", is(155))
                .body("toldAsOfToday", contains("payers", "specialties", "bill-hold-days"));
        unbilledOn(first.plusDays(2))
                .body("reasons.key", contains("nobody-has-it"))
                .body("reasons.cents", contains(47_00))
                .body("averageDailyRevenueCents", is(163))
                .body("days", is(28.78f)); // 47 dollars of 147 in 90 days
        unbilledOn(first.plusDays(3))
                .body("reasons.key", contains("nobody-has-it"))
                .body("toldAsOfToday.size()", is(0));
        lead.get("/api/v1/coding-figures/unbilled?asOf=" + first.minusDays(1)).body("cases", is(0));
        lead.get("/api/v1/coding-figures/unbilled?asOf=" + first.plusDays(4))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?asOf"));
    }

    /** What a report of the 2nd said is said again on the 3rd, whatever visits of the 2nd were registered since. */
    @Test
    void aDayGoneByIsToldAsItWasKnownWhenItEnded() {
        Api.awaitReady();
        Policies.set(
                Api.as(organization, "admin"), policy -> policy.replace("\"billHoldDays\":3", "\"billHoldDays\":0"));
        var first = Encounters.DAY;
        try (var events = TestEvents.open()) {
            var clinic = new Encounters(events, organization);
            noonOf(first);
            clinic.fluShot(ann, first, 100_00, UUID.randomUUID(), UUID.randomUUID());
            unbilledOn(first).body("cents", is(100_00)).body("averageDailyRevenueCents", is(111));
            noonOf(first.plusDays(1));
            clinic.fluShot(ann, first, 40_00, UUID.randomUUID(), UUID.randomUUID());
        }
        unbilledOn(first).body("cases", is(1)).body("cents", is(100_00)).body("averageDailyRevenueCents", is(111));
        unbilledOn(first.plusDays(1))
                .body("cases", is(2))
                .body("cents", is(140_00))
                .body("averageDailyRevenueCents", is(155));
    }

    /** Of one second's work, too: one rounded to nothing beside the other would contradict it. */
    @Test
    void hoursOfWorkAndCasesPerHourAgree() {
        var row = CodingFigures.Row.of(new CodedFigures("ann", 1, 0, 42_00, 1, 60, 60, 0, 0, 6, 4, 1));
        assertThat(row.workHours()).isEqualByComparingTo("0.0003");
        assertThat(row.casesPerHour()).isEqualByComparingTo("3600");
        assertThat(row.accuracy().right()).isEqualTo(4);
        assertThat(row.undecidedErrors()).isEqualTo(1);
    }

    private ValidatableResponse unbilledOn(LocalDate day) {
        return lead.get("/api/v1/coding-figures/unbilled?asOf=" + day)
                .statusCode(200)
                .body("asOf", equalTo(day.toString()));
    }

    private void noonOf(LocalDate day) {
        clocks.moveTo(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private static void codes(Api coder, String path) {
        coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                .statusCode(200);
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(200);
    }

    private static PracticeChanged practises(UUID practitioner, String taxonomy) {
        return new PracticeChanged(
                practitioner, null, new PracticeChanged.Practitioner("1999996666", "Kim", null, "Lee", taxonomy), null);
    }

    private static CoverageChanged covers(UUID coverage, UUID payer) {
        return new CoverageChanged(
                coverage, UUID.randomUUID(), payer, "W1", null, null, 1, Relationship.self, null, Encounters.DAY, null);
    }

    private static ClaimSubmitted submitted(UUID encounter, @Nullable String kind) {
        return submitted(encounter, kind, Encounters.DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static ClaimSubmitted submitted(UUID encounter, @Nullable String kind, Instant at) {
        return new ClaimSubmitted(
                UUID.randomUUID(),
                encounter,
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "1",
                "1",
                42_00,
                UUID.randomUUID(),
                "1",
                at,
                kind);
    }

    @Test
    void figuresAreForThoseWhoLead() {
        ann.get("/api/v1/coding-figures/unbilled").statusCode(403);
        lead.get("/api/v1/coding-figures?from=2026-03-02").statusCode(400);
        lead.get("/api/v1/coding-figures/unbilled?by=moon").statusCode(400).body("errors[0].pointer", equalTo("?by"));
        lead.get("/api/v1/coding-query-figures?from=2026-03-01&to=2026-03-31&by=purpose")
                .statusCode(200)
                .body("rows.size()", is(0));
    }

    @Test
    void thePartsOfWhatIsNotBilledAddUpToIt() {
        var parts = List.of(
                new UnbilledFigures("ann", "in-coding", "ann", true, 2, 200_00),
                new UnbilledFigures("ann", "bill-hold", "", true, 1, 50_00),
                new UnbilledFigures("bob", "in-coding", "bob", true, 1, 100_00),
                new UnbilledFigures("bob", "query-open", "dr", true, 1, 60_00));
        var unbilled = Unbilled.of(LocalDate.of(2026, 3, 31), "coder", 90, 9_000_00, parts, true);
        assertThat(unbilled.cents()).isEqualTo(360_00);
        assertThat(unbilled.reasons().stream().mapToLong(Unbilled.Amount::cents).sum())
                .isEqualTo(360_00);
        assertThat(unbilled.rows().stream().mapToLong(Unbilled.Amount::cents).sum())
                .isEqualTo(360_00);
        assertThat(unbilled.days()).isEqualByComparingTo("3.60"); // of 100 dollars a day
        assertThat(unbilled.billHold().cents()).isEqualTo(50_00);
        assertThat(unbilled.waiting())
                .containsExactly(
                        new Unbilled.Waiting("in-coding", "ann", 2, 200_00),
                        new Unbilled.Waiting("in-coding", "bob", 1, 100_00),
                        new Unbilled.Waiting("query-open", "dr", 1, 60_00));
        assertThat(Unbilled.of(LocalDate.of(2026, 3, 31), "coder", 90, 0, parts, true)
                        .days())
                .isNull();
    }
}
