package org.superbill.billing.editrule;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.GeneratedDocs;

/** The page of what a condition may ask is the vocabulary itself. */
class VariablePageTest {
    @Test
    void thePageOfVariablesIsTheVocabulary() {
        GeneratedDocs.check("docs/claim-rule-variables.md", page());
    }

    private static String page() {
        var rows = Arrays.stream(Variable.values())
                .map(variable -> "| `%s` | %s | %s |"
                        .formatted(
                                variable.text(),
                                variable.type().name().replace("google.protobuf.", ""),
                                variable.meaning()))
                .collect(Collectors.joining("\n"));
        return """
                # What a condition may ask
                Generated from `editrule/Variable`. What a claim does not say is empty, zero or an empty list. [Claim rules](claim-rules.md)

                | name | type | what |
                |---|---|---|
                %s
                """.formatted(rows);
    }
}
