package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.Severity;
import org.superbill.billing.testing.Facts;

class PartFindingsTest {
    private final Facts whole = new Facts()
            .diagnoses("J029", "I10", "E119")
            .lines(Facts.line(1, "99213", 100), Facts.line(2, "87070", 100));

    private List<String> found(String pointer) {
        var facts = whole.build();
        var part = facts.with(facts.encounter()
                .with(List.of("I10"), List.of(facts.encounter().lines().get(1)), null));
        var finding = new Finding("rule", 1, Severity.ERROR, "source", pointer, "message", "fix");
        return PartFindings.of(List.of(finding), facts, part).stream()
                .map(Finding::pointer)
                .toList();
    }

    @Test
    void aFindingPointsIntoThePartThatItIsAbout() {
        assertThat(found("/encounter/lines/1/units")).containsExactly("/encounter/lines/0/units");
        assertThat(found("/encounter/diagnoses/1")).containsExactly("/encounter/diagnoses/0");
        assertThat(found("/coverage/memberId")).containsExactly("/coverage/memberId");
    }

    @Test
    void whatOnlyAnotherPartSaysStopsNothingHere() {
        assertThat(found("/encounter/lines/0/units")).isEmpty();
        assertThat(found("/encounter/diagnoses/2")).isEmpty();
    }
}
