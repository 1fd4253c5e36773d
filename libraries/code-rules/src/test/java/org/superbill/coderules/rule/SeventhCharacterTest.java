package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coderules.Sets.visit;
import static org.superbill.coderules.Sets.visitOn;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.InventedFacts;

class SeventhCharacterTest {
    private static final RuleCheck RULES =
            new RuleCheck(new InventedFacts().diagnoses("""
                    I10 | Hypertension
                    S67 | Crushing injury | header
                    S6701 | Crushing injury of right thumb | header
                    S6701XA | Crushing injury of right thumb, initial encounter
                    S6701XD | Crushing injury of right thumb, subsequent encounter
                    T360X5 | Adverse effect of penicillins | header
                    T360X5A | Adverse effect of penicillins, initial encounter
                    H401131 | Glaucoma, bilateral, mild stage
                    H40113 | Glaucoma, bilateral | header
                    J45901 | Asthma with exacerbation
                    S301 | Contusion of abdominal wall | header
                    S301XXA | Contusion of abdominal wall, initial encounter | code | 2024-10-01..2025-09-30
                    S3011XA | Contusion of right abdominal wall, initial encounter | code | 2025-10-01
                    S3011 | Contusion of right abdominal wall | header | 2025-10-01
                    """).build());

    @Test
    void aCodeWithoutItsSeventhCharacterComesWithTheOnesItTakes() {
        assertThat(RULES.finds(visit("S67.01"), "seventh-character-missing", "/diagnoses/0")
                        .fix())
                .isEqualTo("Choose one of S67.01XA, S67.01XD.");
    }

    @Test
    void aPlaceholderThatLacksIsPutIn() {
        assertThat(RULES.finds(visit("S67.01A"), "placeholder", "/diagnoses/0").fix())
                .isEqualTo("Write S67.01XA.");
        assertThat(RULES.finds(visit("T36.05A"), "placeholder", "/diagnoses/0").fix())
                .isEqualTo("Write T36.0X5A.");
    }

    @Test
    void aPlaceholderTooManyIsLeftOut() {
        assertThat(RULES.finds(visit("S67.01XXA"), "placeholder", "/diagnoses/0")
                        .fix())
                .isEqualTo("Write S67.01XA.");
    }

    @Test
    void aSeventhCharacterIsOneThatTheCodeTakes() {
        RULES.findsNothing(visit("S67.01XA"));
        assertThat(RULES.finds(visit("S67.01XG"), "seventh-character-invalid", "/diagnoses/0")
                        .message())
                .isEqualTo("S67.01 takes A, D as its 7th character");
        assertThat(RULES.finds(visit("H40.1135"), "seventh-character-invalid", "/diagnoses/0")
                        .message())
                .isEqualTo("H40.113 takes 1 as its 7th character");
        assertThat(RULES.finds(visit("J45.901A"), "seventh-character-invalid", "/diagnoses/0")
                        .message())
                .isEqualTo("J45.901 takes no 7th character");
    }

    @Test
    void onlyCodesOfTheDayAreProposed() {
        var lastDay = LocalDate.of(2025, 9, 30);
        assertThat(RULES.finds(visitOn(lastDay, "S30.1"), "seventh-character-missing", "/diagnoses/0")
                        .fix())
                .isEqualTo("Choose one of S30.1XXA.");
        assertThat(RULES.finds(visitOn(lastDay.plusDays(1), "S30.1"), "diagnosis-is-header", "/diagnoses/0")
                        .fix())
                .contains("S30.11XA")
                .doesNotContain("S30.1XXA");
    }

    @Test
    void aCodeThatNothingExplainsIsUnknown() {
        RULES.finds(visit("I10", "Q99.99"), "diagnosis-unknown", "/diagnoses/1");
    }
}
