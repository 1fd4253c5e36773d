package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {
    /** A regular expression that works in depth would come to the end of its stack. */
    @Test
    void aPointerOfAHundredThousandPartsIsTooLongAndNothingBreaks() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var validator = factory.getValidator();
            assertThat(validator.validateValue(Acknowledgement.class, "pointer", "/a".repeat(100_000)))
                    .hasSize(1);
            assertThat(validator.validateValue(Acknowledgement.class, "pointer", "/diagnoses/0"))
                    .isEmpty();
            assertThat(validator.validateValue(Acknowledgement.class, "pointer", "diagnoses"))
                    .hasSize(1);
        }
    }
}
