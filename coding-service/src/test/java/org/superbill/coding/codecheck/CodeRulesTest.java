package org.superbill.coding.codecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeStatus.Validity;

class CodeRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    /** Invented codes: A00 is a header over A001 … A019; A99 and 11111 end on 30 June 2026; X… and 99999 do not exist. */
    private static final CodeTable CODES = (system, code, on) -> {
        var ended = (code.equals("A99") || code.equals("11111")) && on.isAfter(LAST_DAY);
        var unknown = code.startsWith("X") || code.equals("99999");
        return new CodeStatus(
                system,
                code,
                on,
                unknown ? Validity.UNKNOWN : ended ? Validity.NOT_ON_THIS_DATE : Validity.VALID,
                !code.equals("A00") && !code.equals("22222"),
                "invented",
                "Invented",
                "Invented",
                null,
                LocalDate.of(2025, 10, 1),
                LAST_DAY,
                List.of());
    };

    @Test
    void aGoodCodingHasNoFindings() {
        assertThat(check(coding())).isEmpty();
    }

    @Test
    void aDiagnosisThatDoesNotExistIsFound() {
        finds(coding().diagnoses("A001", "X00"), "diagnosis-unknown", "/diagnoses/1");
    }

    @Test
    void aHeaderIsNotADiagnosisToReport() {
        finds(coding().diagnoses("A00"), "diagnosis-is-header", "/diagnoses/0");
    }

    @Test
    void aDiagnosisIsJudgedByTheDateOfService() {
        assertThat(check(coding().on(LAST_DAY).diagnoses("A99"))).isEmpty();
        finds(coding().on(LAST_DAY.plusDays(1)).diagnoses("A99"), "diagnosis-not-valid-on-date", "/diagnoses/0");
    }

    @Test
    void aDiagnosisIsCodedOnce() {
        finds(coding().diagnoses("A001", "A002", "A001"), "diagnosis-duplicate", "/diagnoses/2");
    }

    @Test
    void twelveDiagnosesFitAndThirteenDoNot() {
        assertThat(check(coding().diagnoses(many(12)))).isEmpty();
        finds(coding().diagnoses(many(13)), "diagnoses-too-many", "/diagnoses/12");
    }

    @Test
    void anEncounterNeedsADiagnosis() {
        findsAmongOthers(coding().diagnoses(), "diagnosis-missing", "/diagnoses");
    }

    @Test
    void aProcedureThatIsNotLoadedIsFound() {
        findsAmongOthers(coding().procedure("99999"), "procedure-unknown", "/lines/0/procedureCode");
    }

    @Test
    void aProcedureThatIsAHeaderIsFound() {
        findsAmongOthers(coding().procedure("22222"), "procedure-is-header", "/lines/0/procedureCode");
    }

    @Test
    void aProcedureIsJudgedByTheDateOfItsLine() {
        assertThat(check(coding().service("11111", LAST_DAY).procedure("11111")))
                .isEmpty();
        finds(
                coding().service("11111", LAST_DAY.plusDays(1)).procedure("11111"),
                "procedure-not-valid-on-date",
                "/lines/0/procedureCode");
    }

    @Test
    void aModifierIsTwoLettersOrDigits() {
        assertThat(check(coding().modifiers("25", "RT"))).isEmpty();
        finds(coding().modifiers("25", "R"), "modifier-form", "/lines/0/modifiers/1");
        finds(coding().modifiers("R!"), "modifier-form", "/lines/0/modifiers/0");
    }

    @Test
    void fourModifiersFitAndFiveDoNot() {
        assertThat(check(coding().modifiers("25", "59", "RT", "LT"))).isEmpty();
        finds(coding().modifiers("25", "59", "RT", "LT", "76"), "modifiers-too-many", "/lines/0/modifiers");
    }

    @Test
    void aLinePointsToADiagnosis() {
        finds(coding().pointers(), "pointer-missing", "/lines/0/diagnosisPointers");
    }

    @Test
    void fourPointersFitAndFiveDoNot() {
        assertThat(check(coding().diagnoses(many(5)).pointers(1, 2, 3, 4))).isEmpty();
        finds(coding().diagnoses(many(5)).pointers(1, 2, 3, 4, 5), "pointers-too-many", "/lines/0/diagnosisPointers");
    }

    @Test
    void aPointerPointsIntoTheDiagnoses() {
        assertThat(check(coding().diagnoses(many(2)).pointers(2))).isEmpty();
        finds(coding().diagnoses(many(2)).pointers(1, 3), "pointer-out-of-range", "/lines/0/diagnosisPointers/1");
        finds(coding().pointers(0), "pointer-out-of-range", "/lines/0/diagnosisPointers/0");
    }

    @Test
    void aLinePointsToADiagnosisOnce() {
        finds(coding().pointers(1, 1), "pointer-duplicate", "/lines/0/diagnosisPointers");
    }

    @Test
    void linesAreThoseOfTheServices() {
        findsAmongOthers(coding().lineNumber(2), "line-without-service", "/lines/0/lineNumber");
        findsAmongOthers(coding().lineNumber(2), "service-without-line", "/lines");
        finds(coding().twice(), "line-duplicate", "/lines/1/lineNumber");
    }

    @Test
    void aLineThatDiffersFromTheChargeIsAWarningOnly() {
        assertThat(check(coding().procedure("33333")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("line-differs-from-service"))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        assertThat(check(coding().units("2")))
                .extracting(Finding::pointer, Finding::severity)
                .containsExactly(tuple("/lines/0/units", Severity.WARNING));
        assertThat(check(coding().units("1.000"))).isEmpty();
    }

    @Test
    void everyRuleSaysWhoSaysSoAndWhatToDo() {
        assertThat(CodeRules.ALL)
                .extracting(CodeRule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+"));
        assertThat(CodeRules.ALL).extracting(CodeRule::source).allMatch(source -> !source.isBlank());
        assertThat(check(coding().diagnoses("X00", "A00").procedure("99999").pointers(9)))
                .allMatch(finding ->
                        !finding.fix().isBlank() && !finding.message().isBlank());
    }

    private static void finds(Builder coding, String rule, String pointer) {
        assertErrors(coding).containsExactly(tuple(rule, pointer));
    }

    private static void findsAmongOthers(Builder coding, String rule, String pointer) {
        assertErrors(coding).contains(tuple(rule, pointer));
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ?> assertErrors(Builder coding) {
        return new ListAssert<>(check(coding))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule, Finding::pointer);
    }

    private static List<Finding> check(Builder coding) {
        return CodeRules.check(coding.build(), CODES);
    }

    private static String[] many(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("A0%02d"::formatted).toArray(String[]::new);
    }

    /** One service, one line, one diagnosis, nothing to find. */
    private static Builder coding() {
        return new Builder();
    }

    private static final class Builder {
        private LocalDate on = DAY;
        private String charged = "33334";
        private LocalDate serviceDate = DAY;
        private List<String> diagnoses = List.of("A001");
        private int lineNumber = 1;
        private String procedure = "33334";
        private List<String> modifiers = List.of();
        private BigDecimal units = BigDecimal.ONE;
        private List<Integer> pointers = List.of(1);
        private int copies = 1;

        Builder on(LocalDate day) {
            on = day;
            return this;
        }

        Builder service(String procedureCode, LocalDate day) {
            charged = procedureCode;
            serviceDate = day;
            return this;
        }

        Builder diagnoses(String... codes) {
            diagnoses = List.of(codes);
            return this;
        }

        Builder lineNumber(int number) {
            lineNumber = number;
            return this;
        }

        Builder procedure(String code) {
            procedure = code;
            return this;
        }

        Builder modifiers(String... codes) {
            modifiers = List.of(codes);
            return this;
        }

        Builder units(String count) {
            units = new BigDecimal(count);
            return this;
        }

        Builder pointers(Integer... positions) {
            pointers = List.of(positions);
            return this;
        }

        Builder twice() {
            copies = 2;
            return this;
        }

        Coding build() {
            return new Coding(
                    on,
                    List.of(new Coding.Service(1, charged, BigDecimal.ONE, serviceDate)),
                    diagnoses,
                    Collections.nCopies(copies, new Coding.Line(lineNumber, procedure, modifiers, units, pointers)));
        }
    }
}
