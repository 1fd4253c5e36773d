package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredFieldsTest {
    private record Line(@Nullable String code, @Nullable String note) {}

    private record RequiredLine(String code, @Nullable String note) {}

    private record Visit(
            String id,
            @Nullable RequiredLine first,
            List<RequiredLine> lines,
            @Nullable List<Line> others) {}

    @Test
    void nothingIsMissingWhereAllThatIsAbsentMayBe() {
        assertThat(RequiredFields.missing(new Visit("1", null, List.of(), null)))
                .isEmpty();
        assertThat(RequiredFields.missing(new Visit(
                        "1",
                        new RequiredLine("a", null),
                        List.of(new RequiredLine("b", "c")),
                        List.of(new Line(null, null)))))
                .isEmpty();
    }

    @Test
    void theFirstFieldThatIsMissingIsPointedTo() {
        assertThat(RequiredFields.missing(new Visit(null, new RequiredLine(null, null), List.of(), null)))
                .hasValue("/id");
        assertThat(RequiredFields.missing(new Visit("1", new RequiredLine(null, null), List.of(), null)))
                .hasValue("/first/code");
        assertThat(RequiredFields.missing(new Visit("1", null, null, null))).hasValue("/lines");
    }

    @Test
    void aListIsLookedThroughAndWhatIsNoRecordInItIsLeftAlone() {
        assertThat(RequiredFields.missing(new Visit(
                        "1",
                        null,
                        Arrays.asList(new RequiredLine("a", null), null, new RequiredLine(null, null)),
                        null)))
                .hasValue("/lines/2/code");
    }
}
