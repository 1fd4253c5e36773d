package org.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X12CharactersTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "SMITH", "O'Brien-Jones, Jr.", "2222-SJ", "A & B (West) #3", "{}\\|<>$_[]%@=?!\";"})
    void carriesWhatClaimsAreMadeOf(String text) {
        assertThat(X12Characters.canCarry(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A~B", "A*B", "A:B", "A^B", "José", "A\nB", "A\tB", "A\u0000B", "`", "–", "A\u00a0B"})
    void refusesSeparatorsAccentsAndControls(String text) {
        assertThat(X12Characters.canCarry(text)).isFalse();
    }
}
