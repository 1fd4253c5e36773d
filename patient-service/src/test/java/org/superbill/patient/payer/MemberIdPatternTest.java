package org.superbill.patient.payer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberIdPatternTest {
    private final MemberIdPattern.Check check = new MemberIdPattern.Check();

    record Asked(@MemberIdPattern String pattern) {}

    @ParameterizedTest
    @ValueSource(strings = {"[A-Z]{3}[0-9]{9}", "W[0-9]+|M[0-9]+", "\\d{9}[A-Z]?"})
    void aPatternOfAPayerIsOne(String pattern) {
        assertThat(check.isValid(pattern, null)).isTrue();
    }

    @Test
    void aHundredCharactersAreAsManyAsThereMayBe() {
        assertThat(check.isValid("A".repeat(100), null)).isTrue();
        assertThat(check.isValid("A".repeat(101), null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[A]", "A|", "A{1}", "\\d"})
    void oneOfAHundredThousandCharactersIsRefusedAndNothingBreaks(String piece) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(new Asked(piece.repeat(100_000))))
                    .hasSize(1);
        }
    }
}
