package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate SECOND = LocalDate.of(2025, 10, 1);
    private static final Releases RELEASES =
            new Releases(CodeSystem.ICD_10_CM, List.of(release(1, FIRST), release(2, SECOND)));

    @Test
    void whatTwoReleasesSayAlikeIsOneSpan() {
        assertThat(spans(row(1, "A000", "Cholera"), row(2, "A000", "Cholera")))
                .extracting(CodeSpan::code, CodeSpan::from, CodeSpan::to)
                .containsExactly(tuple("A000", FIRST, null));
    }

    @Test
    void aNewTextBeginsANewSpan() {
        assertThat(spans(row(1, "A000", "Cholera"), row(2, "A000", "Classical cholera")))
                .extracting(CodeSpan::longDescription, CodeSpan::from, CodeSpan::to)
                .containsExactly(
                        tuple("Cholera", FIRST, SECOND.minusDays(1)), tuple("Classical cholera", SECOND, null));
    }

    @Test
    void aCodeThatComesOrGoesHasTheDaysOfItsRelease() {
        assertThat(spans(row(1, "A000", "Gone"), row(2, "A001", "New")))
                .extracting(CodeSpan::code, CodeSpan::from, CodeSpan::to)
                .containsExactly(tuple("A000", FIRST, SECOND.minusDays(1)), tuple("A001", SECOND, null));
    }

    @Test
    void theHeaderOfACodeIsTheLongestCodeBeforeItThatItBeginsWith() {
        var hierarchy = new Hierarchy(CodeSystem.ICD_10_CM);
        assertThat(List.of("A00", "A000", "A01", "A010", "A0100", "A011", "B00"))
                .extracting(code -> hierarchy
                        .place(new CodeRow(code, true, "", "", null, null))
                        .parent())
                .containsExactly(null, "A00", null, "A01", "A010", "A01", null);
    }

    private static List<CodeSpan> spans(CodeStore.ReleasedCode... rows) {
        var found = new ArrayList<CodeSpan>();
        var spans = new Spans(RELEASES, found::add);
        List.of(rows).forEach(spans::add);
        spans.finish();
        return found;
    }

    private static CodeStore.ReleasedCode row(long release, String code, String text) {
        return new CodeStore.ReleasedCode(release, new CodeRow(code, true, text, text, null, null));
    }

    private static CodeRelease release(long id, LocalDate from) {
        return new CodeRelease(
                id, CodeSystem.ICD_10_CM, Long.toString(id), from, "", "", "", 1, Instant.EPOCH, Instant.EPOCH);
    }
}
