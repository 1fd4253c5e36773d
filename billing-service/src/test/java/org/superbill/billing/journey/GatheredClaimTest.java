package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterVoided;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.testing.TestEvents;

/** Therapy of a month goes on one claim; what comes after it has left begins another. */
@QuarkusTest
@BillingStack
class GatheredClaimTest {
    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts()
                .terms(new PayerChanged.Terms(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        6,
                        null,
                        null,
                        List.of(new PayerChanged.Gathering("month", List.of("97000-97799"))),
                        null));
        practice.registers(facts);
    }

    @AfterEach
    void close() {
        events.close();
    }

    /** Another visit of the same patient. */
    private UUID visits(String procedure, LocalDate on) {
        var encounter = UUID.randomUUID();
        codes(encounter, 1, on, procedure);
        await().atMost(Duration.ofSeconds(30)).until(() -> claims(encounter).size() == 1);
        return encounter;
    }

    private void codes(UUID encounter, int version, LocalDate on, String... procedures) {
        var known = facts.encounter;
        events.publish(
                practice.organization,
                new EncounterCoded(
                        encounter,
                        version,
                        UUID.randomUUID(),
                        known.patientId(),
                        known.practitionerId(),
                        known.locationId(),
                        known.coverageIds(),
                        on,
                        List.of("M545"),
                        IntStream.rangeClosed(1, procedures.length)
                                .mapToObj(number -> new EncounterCoded.Line(
                                        number,
                                        procedures[number - 1],
                                        List.of(),
                                        BigDecimal.ONE,
                                        80_00,
                                        on,
                                        List.of(1)))
                                .toList(),
                        "coder"));
    }

    private static String[] therapies(int count) {
        return Stream.of("97110", "97112", "97116", "97124", "97140", "97530", "97535")
                .limit(count)
                .toArray(String[]::new);
    }

    private List<Integer> lines(String claim) {
        return practice.claim(claim).getList("lines.lineNumber");
    }

    private List<String> claims(UUID encounter) {
        return practice.get("/api/v1/claims?encounterId=" + encounter).getList("items.id");
    }

    @Test
    void aMonthsTherapyIsOneClaimUntilItHasLeft() {
        var first = visits("97110", Facts.ON.minusDays(1));
        var second = visits("97140", Facts.ON);
        var claim = claims(first).get(0);
        assertThat(claims(second)).containsExactly(claim);
        assertThat(practice.claim(claim).getList("lines.lineNumber")).containsExactly(1, 1001);
        assertThat(practice.sends(claim)).contains("LX*2~", "SV1*HC:97140*80*", "CLM*", "*160*");
        assertThat(claims(visits("97110", Facts.ON))).doesNotContain(claim);
    }

    @Test
    void aVoidedVisitLeavesTheOthersOnTheClaim() {
        var first = visits("97110", Facts.ON.minusDays(1));
        var second = visits("97140", Facts.ON);
        var claim = claims(first).get(0);
        events.publish(practice.organization, new EncounterVoided(first, "entered in error"));
        practice.awaits(claim, "encounterId", second.toString());
        assertThat(practice.claim(claim).getLong("totalChargeCents")).isEqualTo(80_00);
        assertThat(practice.claim(claim).getBoolean("voided")).isFalse();
        assertThat(claims(first)).isEmpty();
    }

    @Test
    void whatAnAmendmentMakesTooLongForOneClaimIsBilledOnAnother() {
        var first = visits("97110", Facts.ON.minusDays(1));
        var second = visits("97140", Facts.ON);
        var claim = claims(first).get(0);
        codes(second, 2, Facts.ON, therapies(3));
        practice.awaits(claim, "codingVersion", "3");
        assertThat(lines(claim)).containsExactly(1, 1001, 1002, 1003);
        codes(first, 2, Facts.ON.minusDays(1), therapies(3));
        practice.awaits(claim, "codingVersion", "4");
        assertThat(claims(second)).containsExactly(claim); // six lines are as many as the payer takes
        codes(first, 3, Facts.ON.minusDays(1), therapies(5));
        practice.awaits(claim, "codingVersion", "5");
        await().atMost(Duration.ofSeconds(30)).until(() -> claims(second).size() == 2);
        var further = claims(second).get(1);
        assertThat(claims(first)).containsExactly(claim, further);
        assertThat(lines(claim)).containsExactly(1, 2, 3, 4, 5, 1001);
        assertThat(lines(further)).containsExactly(1002, 1003);
        assertThat(practice.sends(claim)).contains("*480*", "LX*6~");
        assertThat(practice.sends(further)).contains("*160*", "LX*2~");
    }

    @Test
    void theFurtherClaimEndsWithTheVisitThatItWasFor() {
        var first = visits("97110", Facts.ON.minusDays(1));
        var second = visits("97140", Facts.ON);
        var claim = claims(first).get(0);
        codes(second, 2, Facts.ON, therapies(6));
        await().atMost(Duration.ofSeconds(30)).until(() -> claims(second).size() == 2);
        var further = claims(second).get(1);
        events.publish(practice.organization, new EncounterVoided(first, "entered in error"));
        practice.awaits(further, "voided", "true");
        assertThat(lines(claim)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(claims(first)).isEmpty();
        codes(second, 3, Facts.ON, therapies(7));
        practice.awaits(further, "voided", "false");
        assertThat(lines(further)).containsExactly(7);
        assertThat(practice.sends(further)).contains("SV1*HC:97535*80*");
    }

    @Test
    void whatOneVisitMakesTooLongForOneClaimIsPartedAndNotGathered() {
        var visit = UUID.randomUUID();
        codes(visit, 1, Facts.ON, therapies(7));
        await().atMost(Duration.ofSeconds(30)).until(() -> claims(visit).size() == 2);
        assertThat(lines(claims(visit).get(0))).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(lines(claims(visit).get(1))).containsExactly(7);
        assertThat(claims(visits("97110", Facts.ON))).doesNotContainAnyElementsOf(claims(visit));
    }

    @Test
    void whatNoRuleGathersStaysAlone() {
        assertThat(claims(visits("97110", Facts.ON))).isNotEqualTo(claims(visits("99213", Facts.ON)));
    }
}
