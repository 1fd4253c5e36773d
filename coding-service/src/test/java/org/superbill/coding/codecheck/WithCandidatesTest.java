package org.superbill.coding.codecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.CodeSpan;
import org.superbill.coderules.facts.FactTable;
import org.superbill.coderules.facts.TermTable;

/** How often the database is asked what took a code's place. */
class WithCandidatesTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 10, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 9, 30);

    private final List<String> asked = new ArrayList<>();
    private final CodeFacts facts = new WithCandidates(table(), (system, code, on) -> {
        asked.add(code);
        return List.of("G9999");
    });

    private static CodeFacts table() {
        var table = new TermTable.Builder(Terminology.HCPCS);
        for (var code = 100; code < 150; code++) {
            table.add(new CodeSpan("G0" + code, true, "", FIRST_DAY, LAST_DAY));
        }
        return new FactTable(List.of(table.build()), List.of());
    }

    private List<String> replacements(String code, LocalDate on) {
        return Objects.requireNonNull(facts.find(Terminology.HCPCS, code, on)).replacements();
    }

    @Test
    void isAskedOfACodeThatHasEndedAndOnlyOnce() {
        for (var line = 0; line < 999; line++) {
            assertThat(replacements("G0100", LAST_DAY.plusDays(1))).containsExactly("G9999");
        }
        assertThat(asked).containsExactly("G0100");
        assertThat(replacements("G0100", LAST_DAY)).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void isNotAskedOnDaysBeforeTheFirstRelease() {
        assertThat(replacements("G0100", FIRST_DAY.minusDays(1))).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void isAskedOfNoMoreCodesThanASetOfOneYearHas() {
        for (var code = 100; code < 150; code++) {
            replacements("G0" + code, LAST_DAY.plusDays(1));
        }
        assertThat(asked).hasSize(25);
        assertThat(replacements("G0100", LAST_DAY.plusDays(1))).containsExactly("G9999");
    }
}
