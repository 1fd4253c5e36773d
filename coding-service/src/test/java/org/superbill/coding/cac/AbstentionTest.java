package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** What is not proposed, why, and what the provider is asked. */
class AbstentionTest {
    private static final String GASTROSCOPY =
            "Assessment: Barrett's esophagus with high grade dysplasia. Adenocarcinoma of the distal esophagus.";

    @Test
    void ofTwoThatAnExcludes1NoteKeepsApartTheOtherIsAnAbstentionWithTheReason() {
        var suggested = suggest(GASTROSCOPY, 0.5);
        var exclusions = Exclusions.of(OfficialTerms.shipped());

        for (var one : suggested.proposals()) {
            assertThat(suggested.proposals()).noneMatch(other -> exclusions.keepsApart(one.code(), other.code()));
        }
        assertThat(suggested.proposals()).anyMatch(kept -> kept.code().matches("C155|K22711"));
        assertThat(suggested.abstentions())
                .anyMatch(apart -> apart.code().matches("C155|K22711")
                        && apart.reason().startsWith("Guidelines I.A.12.a: an Excludes1 note"));
    }

    @Test
    void anUnspecifiedPartSaysNothingBesideTheOneThatIsNamed() {
        assertThat(suggest("Assessment: lung cancer. Adenocarcinoma of the right upper lobe of the lung.", 0)
                        .proposals())
                .extracting(Proposal::code)
                .contains("C3411")
                .doesNotContain("C3490");
    }

    @Test
    void aBareWordIsNoIndicatorAndNobodyIsAsked() {
        var suggested = suggest("Assessment: Eczema.", 1);

        assertThat(suggested.abstentions())
                .filteredOn(abstention -> abstention.code().equals("L309"))
                .singleElement()
                .satisfies(abstention -> assertThat(abstention.query()).isNull());
    }

    @Test
    void theClauseAroundAWordCanBeQuoted() {
        assertThat(suggest("Assessment: Eczema of the hands since childhood, itchy.", 1)
                        .abstentions())
                .anySatisfy(abstention ->
                        assertThat(abstention.query()).contains("\"Eczema of the hands since childhood\""));
    }

    @Test
    void whatCausedAnInjuryIsNoQuestionToTheProvider() {
        assertThat(suggest("He tripped and fell over a rug. Contusion of the left hip.", 1)
                        .abstentions())
                .filteredOn(abstention -> abstention.code().startsWith("W"))
                .isNotEmpty()
                .allSatisfy(abstention -> assertThat(abstention.query()).isNull());
    }

    @Test
    void whatIsHardlyThereIsNoQuestion() {
        assertThat(suggest("Final diagnosis: acute appendicitis. He was told to return for fever of any kind.", 0.75)
                        .abstentions())
                .filteredOn(abstention ->
                        abstention.confidence() < 0.15 && abstention.reason().contains("too thin"))
                .allSatisfy(abstention -> assertThat(abstention.query()).isNull());
    }

    private static Suggested suggest(String note, double threshold) {
        var encounter = new Encounter(Setting.OFFICE, LocalDate.of(2026, 3, 2), null, null);
        return CacTest.CAC.suggest(NoteText.of(note, NoteFormat.TEXT), encounter, threshold, Cac.Learned.NOTHING);
    }
}
