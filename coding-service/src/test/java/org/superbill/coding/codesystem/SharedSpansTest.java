package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SharedSpansTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);

    private final SharedSpans shared = new SharedSpans();
    private int readings;

    @Test
    void whoAsksWhileAnotherHasThemIsGivenTheSame() {
        var held = shared.of(List.of(release(1)), this::read);

        assertThat(shared.of(List.of(release(1)), this::read)).isSameAs(held);
        assertThat(readings).isOne();
    }

    @Test
    void theSpansOfOtherReleasesAreReadAnew() {
        var held = shared.of(List.of(release(1)), this::read);

        assertThat(shared.of(List.of(release(1), release(2)), this::read)).isNotSameAs(held);
        assertThat(readings).isEqualTo(2);
    }

    private void read(Consumer<CodeSpan> consumer) {
        readings++;
        consumer.accept(new CodeSpan(CodeSystem.ICD_10_CM, "A00", false, "Cholera", "Cholera", FIRST, null));
    }

    private static CodeRelease release(long id) {
        return new CodeRelease(
                id, CodeSystem.ICD_10_CM, Long.toString(id), FIRST, "", "", "", 1, Instant.EPOCH, Instant.EPOCH);
    }
}
