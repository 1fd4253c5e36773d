package org.superbill.coding.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.superbill.coding.codingquery.QueryRulesTest.NOTE;
import static org.superbill.coding.codingquery.QueryRulesTest.RECORD;
import static org.superbill.coding.codingquery.QueryRulesTest.choice;
import static org.superbill.coding.codingquery.QueryRulesTest.complete;
import static org.superbill.coding.codingquery.QueryRulesTest.option;
import static org.superbill.coding.codingquery.QueryRulesTest.rules;
import static org.superbill.coding.codingquery.QueryRulesTest.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether what is quoted for an offered diagnosis bears on it. */
class OptionUnsupportedTest {
    @ParameterizedTest
    @CsvSource({
        "Hyponatremia, Na 135.9 mmol/L",
        "Hyponatremia, 'PLAN: fluid restriction'",
        "Acute blood loss anemia, Hgb 12.9 -> 6.8",
        "Acute kidney injury, creatinine 1.1 to 2.4",
        "Acute on chronic systolic heart failure, EF 25 %",
        "Sepsis due to pneumonia, 'lactate 4.2, MAP 58'",
        "Severe protein-calorie malnutrition, BMI 16.2",
        "Cerebral edema, 'CT: edema of the brain'",
        "Pneumonia of the left lower lobe, pneumonia",
    })
    void whatBearsOnAnOfferedDiagnosisSupportsIt(String diagnosis, String quote) {
        assertThat(ofOption(diagnosis, quote)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Hyponatremia, Na 136 mmol/L",
        "Hypernatremia, Na 128 mmol/L",
        "Sepsis, Na 128 mmol/L",
        "Acute blood loss anemia, Hgb 13.0",
        "Acute kidney injury, acute injury of the ankle",
        "Acute heart failure, heart rate 120",
        "An unheard-of malady, Na 128 mmol/L",
    })
    void whatIsNotKnownToBearOnItIsConfirmedByAPersonWithTheReason(String diagnosis, String quote) {
        assertThat(ofOption(diagnosis, quote)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("query-option-unsupported");
            assertThat(finding.severity()).isEqualTo(QuerySeverity.WARNING);
            assertThat(finding.isOpen(List.of())).isTrue();
            assertThat(finding.isOpen(List.of(acknowledged("/options/0/supportedBy"))))
                    .isFalse();
            assertThat(finding.isOpen(List.of(acknowledged("/options/1/supportedBy"))))
                    .isTrue();
        });
    }

    @Test
    void nothingQuotedForADiagnosisIsAnErrorThatNoReasonPasses() {
        var findings = QueryRules.check(choice(complete(option(QueryOption.Kind.DIAGNOSIS, "Hyponatremia"))), RECORD);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(QuerySeverity.ERROR);
            assertThat(finding.isOpen(List.of(acknowledged("/options/0/supportedBy"))))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = QueryOption.Kind.class,
            names = {"ANSWER", "OTHER", "UNABLE_TO_DETERMINE"})
    void whatNamesAConditionIsADiagnosisWhateverKindItSaysThatItIs(QueryOption.Kind kind) {
        assertThat(QueryRules.check(
                        choice(complete(
                                option(kind, "Other: sepsis"), option(QueryOption.Kind.DIAGNOSIS, "Hyponatremia", 0))),
                        RECORD))
                .extracting(QueryFinding::pointer, QueryFinding::severity)
                .containsExactly(tuple("/options/0/supportedBy", QuerySeverity.ERROR));
        assertThat(QueryRules.check(
                        choice(complete(
                                option(kind, "Other: sepsis", 0),
                                option(QueryOption.Kind.DIAGNOSIS, "Hyponatremia", 0))),
                        RECORD))
                .extracting(QueryFinding::pointer, QueryFinding::severity)
                .containsExactly(tuple("/options/0/supportedBy", QuerySeverity.WARNING));
    }

    @Test
    void anAnswerMayDenyACondition() {
        assertThat(rules(choice(complete(
                        option(QueryOption.Kind.DIAGNOSIS, "Hyponatremia", 0),
                        option(QueryOption.Kind.ANSWER, "There is no sepsis")))))
                .isEmpty();
    }

    @Test
    void aConditionOfTheTableAloneDoesNotGoAsAPlainAnswer() {
        assertThat(QueryRules.check(choice(complete(option(QueryOption.Kind.ANSWER, "Hyponatremia"))), RECORD))
                .extracting(QueryFinding::pointer)
                .containsExactly("/options/0/kind");
        assertThat(rules(choice(complete(option(QueryOption.Kind.ANSWER, "Hyponatremia", 0)))))
                .isEmpty();
    }

    private static QueryAcknowledgement acknowledged(String pointer) {
        return new QueryAcknowledgement("query-option-unsupported", pointer, "the osmolality was low, too");
    }

    private static List<QueryFinding> ofOption(String diagnosis, String quote) {
        var record = new QueryRecord(Set.of(NOTE), Map.of(NOTE, quote), true, QueryRulesTest::conditions, null);
        var query = text(
                QueryForm.MULTIPLE_CHOICE,
                QueryPurpose.DIAGNOSIS,
                "Findings",
                null,
                List.of(new Indicator(NOTE, null, 0, quote, null)),
                List.of(complete(option(QueryOption.Kind.DIAGNOSIS, diagnosis, 0))));
        return QueryRules.check(query, record);
    }
}
