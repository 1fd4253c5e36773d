package org.superbill.billing.paperform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedTextTest {
    @Test
    void aNamePrintsInTheLettersOfTheFont() {
        assertThat(PrintedText.of("Garc\u00EDa")).isEqualTo("GARC\u00CDA");
        assertThat(PrintedText.of("Garci\u0301a")).isEqualTo("GARC\u00CDA");
        assertThat(PrintedText.of("\u0141ukasz Wa\u0142\u0119sa")).isEqualTo("LUKASZ WALESA");
        assertThat(PrintedText.of("Dvo\u0159\u00E1k")).isEqualTo("DVOR\u00C1K");
        assertThat(PrintedText.of("Stra\u00DFe")).isEqualTo("STRASSE");
        assertThat(PrintedText.of("O\u2019Neill \u2013 Sons")).isEqualTo("O'NEILL - SONS");
        assertThat(PrintedText.of("\u674E 12\tB")).isEqualTo("? 12?B");
    }

    /** Whatever comes has to print: a letter that the font lacks would fail the whole form. */
    @Test
    void everyCharacterPrints() {
        var page = new FormPage();
        for (var letter = 0; letter <= Character.MAX_VALUE; letter++) {
            if (!Character.isSurrogate((char) letter)) {
                page.put(1, 1, 80, "A" + (char) letter + "B");
            }
        }
        assertThat(new FormPdf(0, 0).write(List.of(page.put(2, 1, 80, "\uD83D\uDE00 \uD83D"))))
                .isNotEmpty();
    }
}
