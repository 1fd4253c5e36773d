package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.claim.ClaimBuilding;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** Therapy of a month goes on one claim; what comes after it has left begins another. */
@QuarkusTest
@BillingStack
class GatheredClaimTest {
    private static final String MIGRATION = "/db/migration/V0135__places_of_gathered_encounters_are_given_once.sql";

    LocalPostgres postgres;

    @Inject
    ClaimBuilding claims;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts().terms(new AgreedTerms().mostLines(6).gathers("month", "97000-97799"));
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
        await().atMost(Duration.ofSeconds(30)).until(() -> !claims(encounter).isEmpty());
        return encounter;
    }

    private void codes(UUID encounter, int version, LocalDate on, String... procedures) {
        events.publish(practice.organization, coding(encounter, version, on, procedures));
    }

    private EncounterCoded coding(UUID encounter, int version, LocalDate on, String... procedures) {
        return coding(facts, encounter, version, on, procedures);
    }

    private static EncounterCoded coding(Facts of, UUID encounter, int version, LocalDate on, String... procedures) {
        var known = of.encounter;
        return new EncounterCoded(
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
                                number, procedures[number - 1], List.of(), BigDecimal.ONE, 80_00, on, List.of(1)))
                        .toList(),
                "coder");
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

    /** The second waits for the first, which takes longer than the second would take alone. */
    @Test
    void visitsThatAreCodedAtTheSameMomentGoOnOneClaim() throws Exception {
        visits("97110", Facts.ON.minusMonths(1)); // so that what the claims say is known
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var begun = new CountDownLatch(1);
        var otherBuilt = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor(); // the common pool's lack the application's class loader
        var building = thread.submit(() -> tenancy.as(practice.organization, () -> {
            claims.coded(List.of(coding(first, 1, Facts.ON, "97110")), practice.organization);
            begun.countDown();
            return waited(otherBuilt);
        }));
        thread.shutdown();
        if (!begun.await(30, TimeUnit.SECONDS)) {
            building.get(1, TimeUnit.SECONDS); // which says why
        }
        tenancy.as(
                practice.organization,
                () -> claims.coded(List.of(coding(second, 1, Facts.ON, "97140")), practice.organization));
        otherBuilt.countDown();
        building.get(30, TimeUnit.SECONDS);
        assertThat(claims(first)).hasSize(1).isEqualTo(claims(second));
    }

    /** Two consumers, each with visits of the same patients, in the opposite order. */
    @Test
    void visitsOfManyPatientsAreCodedAtTheSameMomentInAnyOrder() throws Exception {
        var patients = IntStream.range(0, 12)
                .mapToObj(i ->
                        practice.facts().terms(new AgreedTerms().mostLines(6).gathers("month", "97000-97799")))
                .toList();
        patients.forEach(practice::registers);
        patients.forEach(practice::awaitsKnown);
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < 3; round++) {
                var on = Facts.ON.plusDays(round);
                var begun = new CountDownLatch(2);
                var forth = threads.submit(() -> codes(begun, patients, on, "97110"));
                var reversed = new ArrayList<>(patients);
                Collections.reverse(reversed);
                var back = threads.submit(() -> codes(begun, reversed, on, "97140"));
                assertThat(forth.get(60, TimeUnit.SECONDS)).isTrue();
                assertThat(back.get(60, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean codes(CountDownLatch begun, List<Facts> patients, LocalDate on, String procedure) {
        var codings = patients.stream()
                .map(of -> coding(of, UUID.randomUUID(), 1, on, procedure))
                .toList();
        return tenancy.as(practice.organization, () -> {
            begun.countDown();
            waited(begun);
            claims.coded(codings, practice.organization);
            return true;
        });
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second visit was sent and has left; what joins the replacement, which is not sent yet, is another one. */
    @Test
    void aNumberByWhichAPayerKnowsALineIsNotGivenAgain() {
        var first = visits("97110", Facts.ON.minusDays(1));
        var second = visits("97140", Facts.ON);
        var claim = claims(first).get(0);
        practice.sends(claim);
        var number = practice.claim(claim).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "160", "110", "0", "PCN1")
                .patient()
                .line("97110", "80", "60", number + "L1", "CO*45*20")
                .line("97140", "80", "50", number + "L1001", "CO*45*30")
                .text());
        events.publish(practice.organization, new EncounterVoided(second, "entered in error"));
        practice.awaits(claim, "frequency", "7");
        var third = visits("97530", Facts.ON);
        assertThat(claims(third)).containsExactly(claim);
        assertThat(lines(claim)).containsExactly(1, 2001);
        assertThat(practice.claim(claim).getList("lines.paidCents", Long.class).get(1))
                .isEqualTo(0);
    }

    @Test
    void theMigrationKnowsWhichNumbersPayersHave() throws SQLException, IOException {
        var claim = claims(visits("97110", Facts.ON.minusDays(1))).get(0);
        visits("97140", Facts.ON);
        practice.sends(claim);
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement();
                var migration = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
            try (var row =
                    statement.executeQuery("select gathered_next_place from claim where id = '%s'".formatted(claim))) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(2);
            }
        }
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
    void thatTheFirstVisitWasVoidedLeadsToAReplacementWithoutIt() {
        var first = visits("97110", Facts.ON.minusDays(1));
        var second = visits("97140", Facts.ON);
        var claim = claims(first).get(0);
        practice.sends(claim);
        var number = practice.claim(claim).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "160", "110", "0", "PCN1")
                .patient()
                .line("97110", "80", "60", number + "L1", "CO*45*20")
                .line("97140", "80", "50", number + "L1001", "CO*45*30")
                .text());
        events.publish(practice.organization, new EncounterVoided(first, "entered in error"));
        var replacement = practice.awaits(claim, "frequency", "7");
        assertThat(replacement.getString("encounterId")).isEqualTo(second.toString());
        assertThat(replacement.getLong("totalChargeCents")).isEqualTo(80_00);
        assertThat(replacement.getList("findings.rule", String.class))
                .doesNotContain("sent-already"); // what was sent of it is no other claim's
        assertThat(replacement.getString("transport")).isEqualTo("ready");
        assertThat(replacement.getList("lines.lineNumber")).isEqualTo(List.of(1001)); // by which it was paid
        assertThat(replacement.getLong("lines[0].paidCents")).isEqualTo(50_00);
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
        assertThat(lines(claim)).containsExactly(1001, 1002, 1003, 1004, 1005, 1006);
        assertThat(claims(first)).isEmpty();
        codes(second, 3, Facts.ON, therapies(7));
        practice.awaits(further, "voided", "false");
        assertThat(lines(further)).containsExactly(1007);
        assertThat(practice.sends(further)).contains("SV1*HC:97535*80*");
    }

    /** All lines of both claims, each once. */
    private List<Integer> linesOfBoth(String claim, String further) {
        return Stream.of(claim, further).flatMap(id -> lines(id).stream()).toList();
    }

    @Test
    void aVisitThatJoinsAfterAFurtherClaimHasEndedMayFillItAgain() {
        var first = visits("97110", Facts.ON.minusDays(1));
        var second = visits("97140", Facts.ON);
        var claim = claims(first).get(0);
        codes(second, 2, Facts.ON, therapies(6));
        await().atMost(Duration.ofSeconds(30)).until(() -> claims(second).size() == 2);
        var further = claims(second).get(1);
        codes(second, 3, Facts.ON, therapies(1));
        practice.awaits(further, "voided", "true");
        var third = visits("97110", Facts.ON);
        assertThat(lines(claim)).containsExactly(1, 1001, 2001);
        codes(third, 2, Facts.ON, therapies(5));
        practice.awaits(further, "voided", "false");
        assertThat(claims(third)).containsExactly(claim, further);
        assertThat(linesOfBoth(claim, further)).containsExactly(1, 1001, 2001, 2002, 2003, 2004, 2005);
        codes(first, 2, Facts.ON.minusDays(1), therapies(3));
        practice.awaits(claim, "codingVersion", "7"); // 2, 3 and 2
        await().atMost(Duration.ofSeconds(30)).until(() -> lines(further).size() == 3);
        assertThat(linesOfBoth(claim, further)).containsExactly(1, 2, 3, 1001, 2001, 2002, 2003, 2004, 2005);
        events.publish(practice.organization, new EncounterVoided(first, "entered in error"));
        practice.awaits(further, "voided", "true");
        assertThat(lines(claim)).containsExactly(1001, 2001, 2002, 2003, 2004, 2005);
        assertThat(claims(first)).isEmpty();
        assertThat(practice.sends(claim)).contains("*480*", "LX*6~");
    }

    @Test
    void aVisitDoesNotJoinWhatThePatientIsBilledFor() {
        var claim = claims(visits("97110", Facts.ON.minusDays(1))).get(0);
        practice.acts(claim, "bill-patient", "{\"reason\":\"no coverage on that day\"}", 200);
        assertThat(claims(visits("97140", Facts.ON))).doesNotContain(claim);
        assertThat(practice.claim(claim).getLong("money.patientBalanceCents")).isEqualTo(80_00);
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
    void oneOfThemIsBilledByItselfBeforeTheClaimIsSent() {
        var first = visits("97110", Facts.ON.minusDays(1));
        var second = visits("97140", Facts.ON);
        var claim = claims(first).get(0);
        assertThat(practice.claim(claim).getList("nextAllowed.actions")).contains("bill-apart");
        practice.acts(claim, "bill-apart", apart(UUID.randomUUID()), 409);
        practice.acts(claim, "bill-apart", apart(first), 200);
        assertThat(claims(second)).containsExactly(claim);
        assertThat(lines(claim)).containsExactly(1001);
        var own = claims(first);
        assertThat(own).hasSize(1).doesNotContain(claim);
        assertThat(lines(own.get(0))).containsExactly(1);
        codes(first, 2, Facts.ON.minusDays(1), therapies(2));
        practice.awaits(own.get(0), "codingVersion", "2");
        assertThat(lines(own.get(0))).as("its amendments find it").containsExactly(1, 2);
        practice.sends(claim);
        practice.acts(claim, "bill-apart", apart(second), 409);
    }

    private static String apart(UUID encounter) {
        return "{\"encounterId\":\"%s\",\"reason\":\"it is of another accident\"}".formatted(encounter);
    }

    @Test
    void whatNoRuleGathersStaysAlone() {
        assertThat(claims(visits("97110", Facts.ON))).isNotEqualTo(claims(visits("99213", Facts.ON)));
    }
}
