package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/** How many claims a coding makes, and what is on each. */
class CodingPartsTest {
    private static EncounterCoded.Line line(int number, Integer... pointers) {
        return new EncounterCoded.Line(
                number, "99213", List.of(), BigDecimal.ONE, 100, Facts.ON, Arrays.asList(pointers));
    }

    private static String[] diagnoses(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("J%03d"::formatted).toArray(String[]::new);
    }

    private static EncounterCoded.Line[] lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> line(number, 1))
                .toArray(EncounterCoded.Line[]::new);
    }

    private static Facts facts(int diagnoses, EncounterCoded.Line... lines) {
        return new Facts().diagnoses(diagnoses(diagnoses)).lines(lines);
    }

    private static List<EncounterCoded> parts(Facts facts) {
        return CodingParts.of(facts.build()).stream().map(ClaimFacts::encounter).toList();
    }

    private static Facts withTerms(Facts facts, @Nullable Integer mostDiagnoses, @Nullable Integer mostLines) {
        return facts.terms(new AgreedTerms().mostDiagnoses(mostDiagnoses).mostLines(mostLines));
    }

    @Test
    void whatFitsStaysAsItIs() {
        var facts = facts(12, lines(50)).build();
        assertThat(CodingParts.of(facts)).containsExactly(facts);
    }

    @Test
    void theFiftyFirstLineMakesASecondClaimAndKeepsItsNumber() {
        var parts = parts(facts(1, lines(51)));
        assertThat(parts).extracting(part -> part.lines().size()).containsExactly(50, 1);
        assertThat(parts.get(1).lines().get(0).lineNumber()).isEqualTo(51);
    }

    @Test
    void diagnosesThatNoLinePointsToMakeNoClaim() {
        var parts = parts(facts(14, line(1, 14, 1)));
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).diagnoses())
                .hasSize(12)
                .contains("J001", "J014")
                .doesNotContain("J012", "J013");
        assertThat(parts.get(0).lines().get(0).diagnosisPointers()).containsExactly(12, 1);
    }

    @Test
    void linesThatPointToMoreThanOneClaimTakesArePartedWithTheirDiagnoses() {
        var parts = parts(facts(13, line(1, 1, 2, 3, 4), line(2, 5, 6, 7, 8), line(3, 9, 10, 11, 12), line(4, 13)));
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).lines())
                .extracting(EncounterCoded.Line::lineNumber)
                .containsExactly(1, 2, 3);
        assertThat(parts.get(1).diagnoses()).contains("J013");
        assertThat(parts.get(1).lines().get(0).diagnosisPointers())
                .containsExactly(parts.get(1).diagnoses().indexOf("J013") + 1);
    }

    /** Each its own, the first of them first: nothing that only another claim is about. */
    @Test
    void ofSeveralClaimsEachHasTheDiagnosesThatItsLinesPointTo() {
        var parts = parts(withTerms(facts(9, line(1, 2, 1), line(2, 3, 4), line(3, 8, 7)), 4, null));
        assertThat(parts)
                .extracting(EncounterCoded::diagnoses)
                .containsExactly(List.of("J001", "J002", "J003", "J004"), List.of("J007", "J008"));
        assertThat(parts.get(1).lines().get(0).diagnosisPointers()).containsExactly(2, 1);
        var ofLines = parts(withTerms(facts(3, line(1, 2), line(2, 3)), null, 1));
        assertThat(ofLines).extracting(EncounterCoded::diagnoses).containsExactly(List.of("J002"), List.of("J003"));
    }

    @Test
    void everyLineIsOnOneClaimAndPointsToWhatItPointedTo() {
        var coded = facts(
                        20,
                        IntStream.rangeClosed(1, 60)
                                .mapToObj(number -> line(number, number % 20 + 1, (number * 7) % 20 + 1))
                                .toArray(EncounterCoded.Line[]::new))
                .build()
                .encounter();
        var seen = new ArrayList<Integer>();
        for (var part : parts(facts(20, coded.lines().toArray(EncounterCoded.Line[]::new)))) {
            assertThat(part.diagnoses()).hasSizeLessThanOrEqualTo(12);
            for (var line : part.lines()) {
                seen.add(line.lineNumber());
                var before = coded.lines().get(line.lineNumber() - 1);
                assertThat(line.diagnosisPointers().stream()
                                .map(at -> part.diagnoses().get(at - 1)))
                        .containsExactlyElementsOf(before.diagnosisPointers().stream()
                                .map(at -> coded.diagnoses().get(at - 1))
                                .toList());
            }
        }
        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    void thePayersLimitsCountWhereTheyAreSmaller() {
        assertThat(parts(withTerms(facts(1, lines(7)), null, 6))).hasSize(2);
        assertThat(parts(withTerms(facts(6, line(1, 1, 2), line(2, 6)), 4, null)))
                .hasSize(1);
        assertThat(parts(withTerms(facts(6, line(1, 1, 2, 3, 4), line(2, 6)), 4, null)))
                .hasSize(2);
    }

    @Test
    void aFacilitysClaimTakesTwentyFiveDiagnosesAndNoSplitForMore() {
        var parts = parts(facts(26, line(1), line(2)).atFacility(Details.outpatient()));
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).diagnoses()).hasSize(25);
    }

    @Test
    void externalCausesTakeNoRoomOfAFacilitysDiagnoses() {
        var fits = withCauses(25).build();
        assertThat(CodingParts.of(fits)).containsExactly(fits);
        var parts = parts(withCauses(26));
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).diagnoses())
                .hasSize(28)
                .contains("J025", "V001", "V002", "V003")
                .doesNotContain("J026");
        var professional =
                new Facts().diagnoses(withCauses(11).encounter.diagnoses().toArray(String[]::new));
        assertThat(parts(professional).get(0).diagnoses()).hasSize(12).doesNotContain("V002");
    }

    /** Three of them, after the others. */
    private static Facts withCauses(int diagnoses) {
        var codes = new ArrayList<>(List.of(diagnoses(diagnoses)));
        codes.addAll(List.of("V001", "V002", "V003"));
        return new Facts()
                .atFacility(Details.outpatient())
                .diagnoses(codes.toArray(String[]::new))
                .lines(line(1));
    }

    @Test
    void whatTheEditsWillRefuseStaysWhole() {
        assertThat(parts(facts(13, line(1, 14)))).hasSize(1);
    }
}
