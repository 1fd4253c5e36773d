package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;

/** Which encounters make one claim, and what they say together. */
class GatheringTest {
    private static EncounterCoded.Line line(int number, String procedure, String on, Integer... pointers) {
        return new EncounterCoded.Line(
                number, procedure, List.of(), BigDecimal.ONE, 100, LocalDate.parse(on), Arrays.asList(pointers));
    }

    private static Optional<String> key(Facts facts) {
        return Gathering.keyOf(facts.build());
    }

    @Test
    void therapyOfAMonthHasTheMonthInCommon() {
        var terms = new AgreedTerms().gathers("month", "97000-97799");
        assertThat(key(new Facts().terms(terms).lines(line(1, "97110", "2026-03-31", 1))))
                .contains("month:2026-03");
        assertThat(key(new Facts()
                        .terms(terms)
                        .lines(line(1, "97110", "2026-03-31", 1), line(2, "97110", "2026-04-01", 1))))
                .isEmpty();
        assertThat(key(new Facts()
                        .terms(terms)
                        .lines(line(1, "97110", "2026-03-31", 1), line(2, "99213", "2026-03-31", 1))))
                .isEmpty();
        assertThat(key(new Facts().lines(line(1, "97110", "2026-03-31", 1)))).isEmpty();
    }

    @Test
    void visitsOfAPregnancyHaveItsBeginningInCommon() {
        var terms = new AgreedTerms().gathers("pregnancy", "59400-59426");
        var details = new ClaimDetails(
                null,
                null,
                null,
                null,
                List.of(new ClaimDetails.DateOf("last-menstrual-period", LocalDate.parse("2025-08-01"), null)),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var facts = new Facts().terms(terms).lines(line(1, "59425", "2026-03-02", 1));
        assertThat(key(facts)).isEmpty();
        assertThat(key(facts.details(details))).contains("pregnancy:2025-08-01");
    }

    @Test
    void diagnosesAreNamedOnceAndLinesPointToTheirOwn() {
        var first = new Facts()
                .diagnoses("M545", "M542")
                .lines(line(1, "97110", "2026-03-02", 1, 2))
                .build()
                .encounter();
        var second = new Facts()
                .diagnoses("M542", "M791")
                .lines(line(1, "97140", "2026-03-09", 2), line(2, "97110", "2026-03-09", 1))
                .build()
                .encounter();
        var both = together(first, second);
        assertThat(both.encounterId()).isEqualTo(first.encounterId());
        assertThat(both.version()).isEqualTo(2);
        assertThat(both.diagnoses()).containsExactly("M545", "M542", "M791");
        assertThat(both.lines()).extracting(EncounterCoded.Line::lineNumber).containsExactly(1, 1001, 1002);
        assertThat(both.lines())
                .extracting(EncounterCoded.Line::diagnosisPointers)
                .containsExactly(List.of(1, 2), List.of(3), List.of(2));
    }

    private static EncounterCoded together(EncounterCoded... codings) {
        return Gathering.together(Gathering.numbered(
                List.of(codings), IntStream.range(0, codings.length).boxed().toList()));
    }

    /** O80 is always the first diagnosis of a claim that has it, and Z37 beside it. */
    @Test
    void theDiagnosesOfADeliveryComeFirst() {
        var visit = new Facts()
                .diagnoses("Z3482")
                .lines(line(1, "76805", "2026-01-05", 1))
                .build()
                .encounter();
        var delivery = new Facts()
                .diagnoses("O80", "Z370")
                .lines(line(1, "59410", "2026-03-02", 1, 2))
                .build()
                .encounter();
        var both = together(visit, delivery);
        assertThat(both.diagnoses()).containsExactly("O80", "Z370", "Z3482");
        assertThat(both.lines())
                .extracting(EncounterCoded.Line::diagnosisPointers)
                .containsExactly(List.of(3), List.of(1, 2));
    }

    @Test
    void whereTheFirstHasLeftTheOthersKeepTheirPlaces() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var encounters = new BilledEncounters(first, 1);
        encounters.add(second);
        assertThat(encounters.places()).containsExactly(0, 1);
        encounters.remove(first);
        assertThat(encounters.all()).containsExactly(second);
        assertThat(encounters.places()).containsExactly(1);
        encounters.add(UUID.randomUUID());
        assertThat(encounters.places()).containsExactly(1, 2);
    }

    @Test
    void whatThePatientHasPaidTowardsEachIsSummedUp() {
        var paid = ClaimDetails.NONE.patientPaid(20_00L);
        var one = new Facts().details(paid).build().encounter();
        var more = one.saying(ClaimDetails.NONE.patientPaid(15_00L));
        assertThat(Gathering.fit(one, more)).isTrue();
        assertThat(together(one, more).details().patientPaidCents()).isEqualTo(35_00);
    }

    @Test
    void oneClaimNamesOneProviderPlaceAndSetOfAllElse() {
        var one = new Facts();
        assertThat(Gathering.fit(one.encounter, one.encounter)).isTrue();
        assertThat(Gathering.fit(one.encounter, new Facts().encounter)).isFalse();
        var other = one.details(Details.of(Details.ROSS, null, null)).encounter;
        assertThat(Gathering.fit(new Facts().encounter, other)).isFalse();
    }
}
