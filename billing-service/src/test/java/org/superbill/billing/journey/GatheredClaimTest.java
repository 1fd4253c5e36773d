package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
                        null,
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
        var known = facts.encounter;
        var line = Facts.line(1, procedure, 80_00);
        var coding = new EncounterCoded(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                known.patientId(),
                known.practitionerId(),
                known.locationId(),
                known.coverageIds(),
                on,
                List.of("M545"),
                List.of(new EncounterCoded.Line(1, procedure, line.modifiers(), line.units(), 80_00, on, List.of(1))),
                "coder");
        events.publish(practice.organization, coding);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> claims(coding.encounterId()).size() == 1);
        return coding.encounterId();
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
    void whatNoRuleGathersStaysAlone() {
        assertThat(claims(visits("97110", Facts.ON))).isNotEqualTo(claims(visits("99213", Facts.ON)));
    }
}
