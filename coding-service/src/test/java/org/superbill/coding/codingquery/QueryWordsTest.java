package org.superbill.coding.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.superbill.coding.codingquery.QueryRulesTest.PATHOLOGY;
import static org.superbill.coding.codingquery.QueryRulesTest.PNEUMONIA;
import static org.superbill.coding.codingquery.QueryRulesTest.RECORD;
import static org.superbill.coding.codingquery.QueryRulesTest.choice;
import static org.superbill.coding.codingquery.QueryRulesTest.open;
import static org.superbill.coding.codingquery.QueryRulesTest.option;
import static org.superbill.coding.codingquery.QueryRulesTest.quoted;
import static org.superbill.coding.codingquery.QueryRulesTest.rules;
import static org.superbill.coding.codingquery.QueryRulesTest.text;
import static org.superbill.coding.codingquery.QueryRulesTest.yesNo;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What words of a question are taken for. */
class QueryWordsTest {
    /** The practice brief's own example of a yes/no query; "would you agree" is a wish there too. */
    @Test
    void whetherTheClinicianAgreesWithAReportIsAskedByYesOrNoOnly() {
        assertThat(rules(agreeing("Do you agree with the pathology report specifying adenocarcinoma of the colon?")))
                .isEmpty();
        assertThat(rules(agreeing("Would you agree with the adenocarcinoma of the colon?")))
                .containsExactly("query-leads");
    }

    private static QueryText agreeing(String question) {
        return text(
                QueryForm.YES_NO,
                QueryPurpose.DOCUMENTED_ELSEWHERE,
                "Findings",
                question,
                "adenocarcinoma of the colon",
                List.of(PATHOLOGY),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Is this urosepsis?", "Please document the shock.", "Which organism caused the urosepsis?"})
    void aConditionWithoutACodeOfItsOwnIsIntroducedToo(String question) {
        assertThat(rules(open(question))).containsExactly("query-introduces-diagnosis");
    }

    @Test
    void aYesNoQuestionMayNameTheDocumentedConditionInOtherWords() {
        assertThat(rules(yesNo(
                        "Was the acute kidney injury present on admission?", "acute kidney injury", quoted("AKI"))))
                .isEmpty();
        assertThat(rules(yesNo("Is the growth of pneumonia new?", "growth of pneumonia", PNEUMONIA)))
                .isEmpty();
        assertThat(rules(yesNo("Is the sepsis new?", "sepsis", PNEUMONIA))).contains("query-yes-no-not-permitted");
    }

    @Test
    void aYesNoQuestionNamesItsDiagnosisOrPointsToTheQuotation() {
        assertThat(QueryRules.check(
                        yesNo("Does the patient have an unheard-of malady?", "pneumonia", PNEUMONIA), RECORD))
                .extracting(QueryFinding::rule, QueryFinding::severity, QueryFinding::pointer)
                .containsExactly(tuple("query-yes-no-introduces", QuerySeverity.WARNING, "/question"));
        assertThat(rules(yesNo("Was the condition quoted below present on admission?", "pneumonia", PNEUMONIA)))
                .isEmpty();
    }

    @Test
    void otherLeavesTheAnswerOpen() {
        assertThat(rules(choice(
                        option(QueryOption.Kind.DIAGNOSIS, "Hyponatremia", 0),
                        option(QueryOption.Kind.OTHER, "Severe hyponatremia", 0),
                        option(QueryOption.Kind.UNABLE_TO_DETERMINE, "Unable to determine"))))
                .containsExactly("query-choices-incomplete");
    }
}
