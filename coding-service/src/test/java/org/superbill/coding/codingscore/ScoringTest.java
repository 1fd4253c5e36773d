package org.superbill.coding.codingscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingcase.CodedLine;
import org.superbill.coding.codingcase.StayProcedure;

class ScoringTest {
    private static final CodedLine VISIT = line(1, "99213", List.of("25"), 1, 1);

    @Test
    void theSameIsAllRight() {
        var coding = coding(List.of("J020", "E119"), VISIT);
        var score = Scoring.compare(coding, coding);
        assertThat(score.isPerfect()).isTrue();
        assertThat(score.items()).isEqualTo(3); // two diagnoses and a line
        assertThat(score.right()).isEqualTo(3);
    }

    @Test
    void aWrongDiagnosisIsOneErrorWhateverPointsToIt() {
        var right = coding(List.of("J029"), VISIT);
        var score = Scoring.compare(coding(List.of("J020"), VISIT), right);
        assertThat(score.errors()).containsExactly(new CodeError(ErrorKind.WRONG, "/diagnoses/0", "J020", "J029"));
        assertThat(score.items()).isEqualTo(2);
        assertThat(score.right()).isEqualTo(1);
        assertThat(kinds(coding(List.of("E119"), VISIT), right))
                .as("a stranger at the same place")
                .containsExactly(ErrorKind.WRONG);
    }

    @Test
    void oneTooManyAndOneMissingElsewhereAreTwo() {
        var score = Scoring.compare(coding(List.of("I10", "E119")), coding(List.of("I10", "J029", "E119")));
        assertThat(score.errors()).extracting(CodeError::kind).containsExactly(ErrorKind.MISSING);
        score = Scoring.compare(coding(List.of("I10", "E119", "R05")), coding(List.of("I10", "J029", "E119")));
        assertThat(score.errors()).extracting(CodeError::kind).containsExactly(ErrorKind.EXTRA, ErrorKind.MISSING);
        assertThat(score.items()).isEqualTo(4);
        assertThat(score.right()).isEqualTo(2);
    }

    @Test
    void twoThatAreSwappedAreOneErrorThoughWhatPointsToThemDiffers() {
        var score = Scoring.compare(
                coding(List.of("E119", "J020"), VISIT),
                coding(List.of("J020", "E119"), VISIT)); // both point to the first
        assertThat(score.errors()).extracting(CodeError::kind).containsExactly(ErrorKind.SEQUENCE);
        assertThat(score.right()).isEqualTo(score.items() - 1);
    }

    @Test
    void aPointerIsWrongWhereItCouldHavePointedRight() {
        var right = coding(List.of("J029", "E119"), line(1, "99213", List.of("25"), 1, 2));
        assertThat(kinds(coding(List.of("J020", "E119"), VISIT), right))
                .containsExactly(ErrorKind.WRONG, ErrorKind.POINTER);
        assertThat(kinds(coding(List.of("J029"), VISIT), right))
                .as("what it should point to is missing")
                .containsExactly(ErrorKind.MISSING);
        assertThat(kinds(coding(List.of("R05", "J029", "E119"), line(1, "99213", List.of("25"), 1, 3)), right))
                .as("one too many before it")
                .containsExactly(ErrorKind.EXTRA);
    }

    @Test
    void thePrincipalDiagnosisComesFirstAndTheOthersInAnyOrder() {
        assertThat(kinds(coding(List.of("E119", "J020", "I10")), coding(List.of("J020", "E119", "I10"))))
                .containsExactly(ErrorKind.SEQUENCE);
        assertThat(kinds(coding(List.of("J020", "I10", "E119")), coding(List.of("J020", "E119", "I10"))))
                .isEmpty();
    }

    @Test
    void whatIsRightOnceIsNotRightTwice() {
        var right = coding(List.of("J020", "E119"), VISIT);
        assertThat(kinds(coding(List.of("J020", "E119", "E119"), VISIT, VISIT), right))
                .containsExactly(ErrorKind.EXTRA, ErrorKind.EXTRA);
    }

    @Test
    void whatIsWrongOfALineIsSaidOneByOneAndTheLineCountsOnce() {
        var right = coding(List.of("J020", "E119"), VISIT);
        var score = Scoring.compare(coding(List.of("J020", "E119"), line(1, "99214", List.of(), 2, 2)), right);
        assertThat(score.right()).isEqualTo(score.items() - 1);
        assertThat(kinds(coding(List.of("J020", "E119"), line(1, "99214", List.of(), 2, 2)), right))
                .containsExactly(ErrorKind.WRONG, ErrorKind.MODIFIER, ErrorKind.UNITS, ErrorKind.POINTER);
        assertThat(kinds(coding(List.of("E119", "J020"), line(1, "99213", List.of("25"), 1, 2)), right))
                .as("it points to the same diagnosis")
                .containsExactly(ErrorKind.SEQUENCE);
        assertThat(kinds(coding(List.of("J020", "E119"), line(2, "99213", List.of("25"), 1, 1)), right))
                .containsExactly(ErrorKind.EXTRA, ErrorKind.MISSING);
    }

    @Test
    void presentOnAdmissionAndProceduresOfAStayCount() {
        var right = new CaseCoding(
                List.of("J189"),
                List.of("Y"),
                List.of(),
                List.of(new StayProcedure("0BJ08ZZ", LocalDate.of(2026, 3, 2), null)),
                List.of(),
                List.of());
        var score = Scoring.compare(coding(List.of("J189")), right);
        assertThat(score.errors())
                .extracting(CodeError::kind)
                .containsExactly(ErrorKind.PRESENT_ON_ADMISSION, ErrorKind.MISSING);
        assertThat(score.items()).isEqualTo(2);
        assertThat(score.right()).isZero();
        assertThat(Scoring.compare(right, right).isPerfect()).isTrue();
    }

    /** Against values computed independently: Wilson's interval for 95 of 100 and for all of 10 is well known. */
    @Test
    void aShareHasItsWilsonInterval() {
        var share = Share.of(95, 100);
        assertThat(share.share()).isEqualByComparingTo("0.95");
        assertThat(share.lower().doubleValue()).isCloseTo(0.8882, within(0.0001));
        assertThat(share.upper().doubleValue()).isCloseTo(0.9785, within(0.0001));
        assertThat(Share.of(10, 10).lower().doubleValue()).isCloseTo(0.7225, within(0.0001));
        assertThat(Share.of(10, 10).upper()).isEqualByComparingTo("1");
        assertThat(Share.of(0, 0).share()).isNull();
    }

    private static List<ErrorKind> kinds(CaseCoding coded, CaseCoding right) {
        return Scoring.compare(coded, right).errors().stream()
                .map(CodeError::kind)
                .toList();
    }

    private static CaseCoding coding(List<String> diagnoses, CodedLine... lines) {
        return new CaseCoding(diagnoses, List.of(), List.of(lines), List.of(), List.of(), List.of());
    }

    private static CodedLine line(int number, String procedure, List<String> modifiers, int units, int pointer) {
        return new CodedLine(number, procedure, modifiers, BigDecimal.valueOf(units), List.of(pointer));
    }
}
