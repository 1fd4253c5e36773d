package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.StatementCount;

/** What a case costs the database: little, and nothing more for each of those that come together. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class StatementsOfACaseTest extends FluShots {
    /** What is kept for seconds is read again now and then: policy, zone, coder, notes. */
    private static final int KEPT = 4;

    @Inject
    CaseArrivals arrivals;

    @Inject
    CodingCases cases;

    @Inject
    CodingCaseStore store;

    @Inject
    Tenancy tenancy;

    private static List<EncounterCompleted> encounters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> encounter(UUID.randomUUID(), 1, DAY))
                .toList();
    }

    private int statementsOf(Runnable work) {
        return StatementCount.during(() -> tenancy.as(ORGANIZATION, work));
    }

    @Test
    void casesThatAppearTogetherAreWrittenOnceAndHaveNoStatementOfTheirOwn() {
        arrivals(1);
        var ofOne = arrivals(1); // held, voided? there already? whose payer? which specialty? insert
        assertThat(ofOne).isBetween(6, 6 + KEPT);
        assertThat(arrivals(40)).isBetween(6, 6 + KEPT);
    }

    private int arrivals(int count) {
        return statementsOf(() -> arrivals.encountersCompleted(encounters(count)));
    }

    @Test
    void claimsThatAreSentTogetherAreOneStatement() {
        var encounters = encounters(3);
        tenancy.as(ORGANIZATION, () -> arrivals.encountersCompleted(encounters));
        var sent = Instant.parse("2026-03-05T12:00:00Z");
        assertThat(statementsOf(() -> arrivals.billed(encounters.stream()
                        .map(one -> new CaseBilled(one.encounterId(), CaseKind.PROFESSIONAL, sent))
                        .toList())))
                .isEqualTo(1);
        tenancy.as(
                ORGANIZATION,
                () -> arrivals.billed(List.of( // the first one counts
                        new CaseBilled(encounters.get(0).encounterId(), CaseKind.PROFESSIONAL, sent.plusSeconds(1)))));
        assertThat(billedAt(encounters)).containsExactly(sent, sent, sent);
    }

    private List<Instant> billedAt(List<EncounterCompleted> encounters) {
        return tenancy.as(
                ORGANIZATION,
                () -> store.getSession()
                        .createNativeQuery(
                                "select billed_at from coding_case where encounter_id = any(:encounters)",
                                Instant.class)
                        .setParameter(
                                "encounters",
                                encounters.stream()
                                        .map(EncounterCompleted::encounterId)
                                        .toArray(UUID[]::new))
                        .getResultList());
    }

    @Test
    void codingAndFinalizingReadNothingTwice() {
        var encounters = encounters(2);
        tenancy.as(ORGANIZATION, () -> arrivals.encountersCompleted(encounters));
        code(encounters.get(0)); // the first one reads what is kept
        finish(encounters.get(0));
        assertThat(code(encounters.get(1))).isBetween(4, 4 + KEPT); // case, patient, stretch of work, update
        assertThat(finish(encounters.get(1))).isBetween(6, 6 + KEPT); // and the version, who had it
    }

    private int code(EncounterCompleted encounter) {
        var known = caseFor(encounter);
        return statementsOf(() -> cases.code(known.id(), new Revision(known.revision()), fluShot()));
    }

    private int finish(EncounterCompleted encounter) {
        var known = caseFor(encounter);
        return statementsOf(() -> cases.finalizeCoding(known.id(), new Revision(known.revision())));
    }

    private CodingCaseView caseFor(EncounterCompleted encounter) {
        return tenancy.as(
                ORGANIZATION,
                () -> store.ofEncounter(encounter.encounterId()).get(0).view(List.of()));
    }

    private static CaseCoding fluShot() {
        return new CaseCoding(
                List.of("Z23"),
                List.of(),
                List.of(line(1, "90658"), line(2, "90471")),
                List.of(),
                List.of(),
                List.of());
    }

    private static CodedLine line(int number, String code) {
        return new CodedLine(number, code, List.of(), BigDecimal.ONE, List.of(1));
    }
}
