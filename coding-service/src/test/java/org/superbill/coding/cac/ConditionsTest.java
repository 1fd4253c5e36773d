package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which conditions a question to a clinician names, by the terms of the codes that ship. */
class ConditionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Does the patient have sepsis?                             | A419
            Is the anemia due to the acute kidney injury?             | N179
            Was AKI present on admission?                             | N179
            Do you confirm severe protein-calorie malnutrition?       | E43
            Is acute respiratory failure with hypoxia present?        | J9601
            Does he have congestive heart failure?                    | I509
            Is there hyponatremia?                                    | E871
            """)
    void aQuestionNamesItsCondition(String question, String code) {
        assertThat(codes(question)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Was the condition quoted below present when the patient was admitted?",
                "Does the report describe the patient's condition?",
                "Is the diagnosis of the emergency department confirmed?",
                "Please answer for the hospital stay of March 2.",
                "Clarification of laboratory findings",
                "Abnormal laboratory findings",
                "Please document the clinical significance, if any, of the laboratory values quoted below.",
                "Not clinically significant",
                "Clinically unable to determine",
                "Present on admission",
                "Not present on admission",
                "Type 2",
                "Stage 3",
                "Other cause (please specify)",
                "Expected result of the procedure",
                "No further diagnosis"
            })
    void ordinaryWordsNameNone(String question) {
        assertThat(CacTest.CAC.conditions(question)).isEmpty();
    }

    @Test
    void theShippedQuestionsNameNone() throws IOException {
        var words = new ArrayList<String>();
        for (JsonNode template :
                new ObjectMapper().readTree(ConditionsTest.class.getResourceAsStream("/codingquery/templates.json"))) {
            words.add(template.at("/template/title").asText());
            words.add(template.at("/template/question").asText());
            template.at("/template/options")
                    .forEach(option -> words.add(option.path("text").asText()));
        }
        assertThat(words)
                .hasSizeGreaterThan(24)
                .allSatisfy(text -> assertThat(CacTest.CAC.conditions(text)).isEmpty());
    }

    @Test
    void whatIsDeniedIsNamedAsDenied() {
        assertThat(CacTest.CAC.conditions("ED: pneumonia, no sepsis."))
                .extracting(NamedCondition::words, NamedCondition::assertion)
                .containsExactly(tuple("pneumonia", Assertion.PRESENT), tuple("sepsis", Assertion.NEGATED));
    }

    private static List<String> codes(String text) {
        return CacTest.CAC.conditions(text).stream().map(NamedCondition::code).toList();
    }
}
