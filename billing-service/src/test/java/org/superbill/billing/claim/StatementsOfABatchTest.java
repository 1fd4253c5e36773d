package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.sql.Sql;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.StatementCount;
import org.superbill.servicekit.testing.TestEvents;

/** Many codings that have piled up cost as many statements as one. */
@QuarkusTest
@BillingStack
class StatementsOfABatchTest {
    @Inject
    Sql sql;

    @Inject
    ClaimBuilding claims;

    @Inject
    ClaimProgress progress;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
        practice.registers(facts);
        practice.awaitsKnown(facts);
        practice.receivesClaim(facts); // the coverage, which comes last, is there
    }

    @AfterEach
    void close() {
        events.close();
    }

    private EncounterCoded coding() {
        return coding(facts.encounter.serviceDate());
    }

    private EncounterCoded coding(LocalDate on) {
        var coded = facts.encounter;
        return new EncounterCoded(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                coded.patientId(),
                coded.practitionerId(),
                coded.locationId(),
                coded.coverageIds(),
                on,
                coded.diagnoses(),
                coded.lines().stream()
                        .map(line -> new EncounterCoded.Line(
                                line.lineNumber(),
                                line.procedureCode(),
                                line.modifiers(),
                                line.units(),
                                line.chargeCents(),
                                on,
                                line.diagnosisPointers()))
                        .toList(),
                "coder");
    }

    private int statementsOf(int count) {
        var codings = IntStream.range(0, count).mapToObj(i -> coding()).toList();
        return StatementCount.during(
                () -> tenancy.as(practice.organization, () -> claims.coded(codings, practice.organization)));
    }

    @Test
    void buildingHasNoStatementPerClaim() {
        statementsOf(1); // the block of claim numbers is there
        var one = statementsOf(1);
        assertThat(one).isLessThan(8);
        assertThat(statementsOf(100)).isEqualTo(one);
    }

    /** Visits of one patient on as many days, queued, and taken to be written into a file. @param waited since when, as PostgreSQL says it */
    private int statementsOfTaking(int count, int daysBefore, String waited) {
        var codings = IntStream.range(0, count)
                .mapToObj(i -> coding(Facts.ON.minusDays(daysBefore + i)))
                .toList();
        tenancy.as(practice.organization, () -> claims.coded(codings, practice.organization));
        codings.forEach(coding -> practice.submits(practice.get("/api/v1/claims?encounterId=" + coding.encounterId())
                .getString("items[0].id")));
        tenancy.as(
                practice.organization,
                () -> sql.update(
                        "update claim_version set transport_since = " + waited + " where transport = 'QUEUED'"));
        return StatementCount.during(() -> tenancy.as(
                practice.organization,
                () -> assertThat(progress.takeQueued(1000, Set.of()).claims()).hasSizeGreaterThanOrEqualTo(count)));
    }

    @Test
    void whatWaitsTogetherIsJudgedWithoutAStatementPerClaim() {
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"submitsCleanClaims\":false,\"sendAt\":[\"03:00\"],\"sendOn\":[\"SUNDAY\"]}")
                .put("/api/v1/submission-schedules/" + facts.payer.payerId())
                .then()
                .statusCode(200);
        var two = statementsOfTaking(2, 1, "now()");
        assertThat(statementsOfTaking(20, 3, "now()")).isEqualTo(two);
        var waited = statementsOfTaking(2, 23, "now() - interval '1 hour'");
        assertThat(statementsOfTaking(20, 25, "now() - interval '1 hour'")).isEqualTo(waited);
    }
}
