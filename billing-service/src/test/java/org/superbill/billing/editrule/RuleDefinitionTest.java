package org.superbill.billing.editrule;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDefinitionTest {
    /** A regular expression that works in depth would come to the end of its stack. */
    @Test
    void aPointerOfAHundredThousandPartsIsTooLongAndNothingBreaks() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var validator = factory.getValidator();
            assertThat(validator.validateValue(RuleDefinition.class, "pointer", "/a".repeat(100_000)))
                    .hasSize(1);
            assertThat(validator.validateValue(RuleDefinition.class, "pointer", "/lines/0/units"))
                    .isEmpty();
            for (var none : List.of("lines", "/", "/lines/", "//lines", "/a//b", "/a-b")) {
                assertThat(validator.validateValue(RuleDefinition.class, "pointer", none))
                        .as(none)
                        .hasSize(1);
            }
        }
    }
}
