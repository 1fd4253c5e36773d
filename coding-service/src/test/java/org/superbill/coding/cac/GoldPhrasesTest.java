package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The phrases themselves, and that the engine does not get worse on those that were looked at. */
class GoldPhrasesTest {
    static final Path PHRASES = Path.of("src/test/resources/cac/phrases");
    private static final double MORE_LIKELY_THAN_NOT = 0.5;

    @Test
    void thereAreEnoughOfEnoughSpecialtiesInBothHalves() throws IOException {
        var phrases = GoldPhrase.all(PHRASES);

        assertThat(phrases).hasSizeGreaterThanOrEqualTo(1200);
        assertThat(phrases.stream().map(GoldPhrase::specialty).distinct()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(phrases.stream().filter(GoldPhrase::isForReporting)).hasSizeGreaterThan(600);
    }

    @Test
    void everyCodeIsBillable() throws IOException {
        var book = ShippedBook.of("2026");

        assertThat(GoldPhrase.all(PHRASES).stream()
                        .flatMap(phrase -> Stream.concat(phrase.codes().stream(), phrase.allowed().stream())))
                .allMatch(book::isBillable);
    }

    @Test
    void theHalfThatWasLookedAtIsCodedAsWellAsBefore() throws IOException {
        var phrases = GoldPhrase.all(PHRASES).stream()
                .filter(phrase -> !phrase.isForReporting())
                .toList();

        var measured = MeasuredPhrases.of(
                CacTest.CAC, phrases, MORE_LIKELY_THAN_NOT); // what is found, whatever the confidence is fitted on

        assertThat(measured.recall()).isGreaterThan(0.82);
        assertThat(measured.precision()).isGreaterThan(0.95);
    }
}
