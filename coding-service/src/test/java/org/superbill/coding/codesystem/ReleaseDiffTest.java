package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseDiffTest {
    @Test
    void whatIsNewIsAddedWhatIsGoneIsDeletedAndWhatReadsOtherwiseIsRevised() {
        var diff = ReleaseDiff.between(
                CodeSystem.ICD_10_CM,
                Map.of("A001", row("A001", "same"), "A002", row("A002", "old"), "A003", row("A003", "gone")),
                List.of(row("A002", "new"), row("A001", "same"), row("A005", "b"), row("A004", "a")));
        assertThat(diff.added()).containsExactly("A004", "A005");
        assertThat(diff.revised()).containsExactly("A002");
        assertThat(diff.deleted()).containsExactly("A003");
    }

    @Test
    void aCodeThatBecomesAHeaderIsRevised() {
        var header = new CodeRow("B880", false, "Mites", "Mites", null, null);
        assertThat(ReleaseDiff.between(CodeSystem.ICD_10_CM, Map.of("B880", row("B880", "Mites")), List.of(header))
                        .revised())
                .containsExactly("B880");
    }

    @Test
    void aListThatDatesItsCodesDeletesACodeByGivingItALastDay() {
        var before = Map.of("A0001", dated("A0001", null));
        var after = List.of(dated("A0001", LocalDate.of(2026, 3, 31)));
        assertThat(ReleaseDiff.between(CodeSystem.HCPCS, before, after).deleted())
                .containsExactly("A0001");
        assertThat(ReleaseDiff.between(CodeSystem.ICD_10_CM, before, after).revised())
                .containsExactly("A0001");
        var reopened =
                ReleaseDiff.between(CodeSystem.HCPCS, Map.of("A0001", after.get(0)), List.of(dated("A0001", null)));
        assertThat(reopened.revised()).containsExactly("A0001");
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(ReleaseDiff.between(CodeSystem.CPT, Map.of("90658", row("90658", "a")), List.of(row("90658", "a")))
                        .isEmpty())
                .isTrue();
    }

    private static CodeRow row(String code, String text) {
        return new CodeRow(code, true, text, text, null, null);
    }

    private static CodeRow dated(String code, @Nullable LocalDate last) {
        return new CodeRow(code, true, "text", "text", LocalDate.of(2020, 1, 1), last);
    }
}
