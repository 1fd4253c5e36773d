package org.superbill.coding.codingquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.superbill.coding.codingquery.QueryRulesTest.PNEUMONIA;
import static org.superbill.coding.codingquery.QueryRulesTest.RECORD;
import static org.superbill.coding.codingquery.QueryRulesTest.choice;
import static org.superbill.coding.codingquery.QueryRulesTest.open;
import static org.superbill.coding.codingquery.QueryRulesTest.quoted;
import static org.superbill.coding.codingquery.QueryRulesTest.rules;
import static org.superbill.coding.codingquery.QueryRulesTest.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles and questions of open and multiple-choice queries. */
class IntroducesDiagnosisTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which findings led to the treatment of sepsis?",
                "What is the source of the sepsis?",
                "Which of the acute kidney injury and the pneumonia came first?"
            })
    void noQuestionNamesAConditionThatNoQuotationHas(String question) {
        assertThat(QueryRules.check(open(question), RECORD))
                .extracting(QueryFinding::rule, QueryFinding::pointer)
                .containsExactly(tuple("query-introduces-diagnosis", "/question"));
        var choice = choice();
        assertThat(QueryRules.check(
                        text(
                                choice.form(),
                                choice.purpose(),
                                "Query about pneumonia",
                                question,
                                null,
                                choice.indicators(),
                                choice.options()),
                        RECORD))
                .extracting(QueryFinding::rule, QueryFinding::pointer)
                .containsExactly(
                        tuple("query-introduces-diagnosis", "/question"),
                        tuple("query-introduces-diagnosis", "/title"));
    }

    @Test
    void aQuestionMayNameWhatIsQuotedInOtherWordsToo() {
        assertThat(rules(text(
                        QueryForm.OPEN,
                        QueryPurpose.SPECIFICITY,
                        "Type of the pneumonia",
                        "Please document the type of the pneumonia and the cause of the acute kidney injury.",
                        null,
                        List.of(PNEUMONIA, quoted("AKI")),
                        List.of())))
                .isEmpty();
        assertThat(rules(text(
                        QueryForm.OPEN,
                        QueryPurpose.SPECIFICITY,
                        "Findings",
                        "Please document the source of the sepsis.",
                        null,
                        List.of(quoted("no sepsis")),
                        List.of())))
                .as("what the record denies is not documented")
                .containsExactly("query-introduces-diagnosis");
    }
}
