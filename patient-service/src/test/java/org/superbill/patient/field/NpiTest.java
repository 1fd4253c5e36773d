package org.superbill.patient.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpiTest {
    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1912301953", "1000000004", "1987654328"})
    void acceptsNumbersWithTheirCheckDigit(String npi) {
        assertThat(Npi.isValid(npi)).isTrue();
    }

    @Test
    void refusesEveryOtherCheckDigit() {
        for (var digit = 0; digit <= 9; digit++) {
            assertThat(Npi.isValid("123456789" + digit))
                    .as("check digit %d", digit)
                    .isEqualTo(digit == 3);
        }
    }

    @Test
    void refusesEverySingleWrongDigit() {
        var valid = "1912301953";
        for (var place = 0; place < valid.length(); place++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                var changed = valid.substring(0, place) + digit + valid.substring(place + 1);
                assertThat(Npi.isValid(changed)).as(changed).isEqualTo(changed.equals(valid));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3234567899", "0234567895", "9234567896"})
    void refusesAFirstDigitThatNoNpiHas(String withItsCheckDigit) {
        assertThat(Npi.isValid(withItsCheckDigit)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "12345678930", "123456789O", "12345678９3", " 234567893", "-234567893"})
    void refusesWhatIsNotTenDigits(String text) {
        assertThat(Npi.isValid(text)).isFalse();
    }
}
