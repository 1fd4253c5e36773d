package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** Why this code and not its neighbour: of every proposal, and never an invented one. */
class NeighboursTest {
    private static final Pattern NAMED =
            Pattern.compile("Guidelines I\\.(?:A\\.9|B\\.2|B\\.13): not (\\w+) \\((.+)\\), for the note .+");

    @Test
    void aCodeThatTheIndexLeadsToIsToldFromItsSibling() {
        assertThat(why("Assessment: COPD with acute exacerbation."))
                .contains(
                        "Guidelines I.B.2: not J4489 (Other specified chronic obstructive pulmonary disease), for the note says exacerbation");
        assertThat(why("Assessment: Type 2 diabetes with diabetic cataract."))
                .anySatisfy(reason -> assertThat(reason).contains(": not E11").contains("for the note "));
    }

    @Test
    void whatTheNoteWritesOtherwiseIsQuoted() {
        assertThat(why("Assessment: primary OA of the Rt knee."))
                .anySatisfy(reason -> assertThat(reason).contains("not M1710 (").endsWith("for the note says right"));
    }

    @Test
    void aCategoryOfOneCodeHasNoNeighbour() {
        assertThat(why("Assessment: hypertension."))
                .contains("Category I10 has no other code")
                .noneMatch(reason -> NAMED.matcher(reason).matches());
    }

    @Test
    void ofEveryProposalTheNeighbourIsNamedAndIsACodeThatIsNotProposed() throws IOException {
        var book = ShippedBook.of("2026");
        var told = 0;
        var untold = 0;
        for (var note : GoldNote.all(Path.of("src/test/resources/cac/notes"))) {
            if (note.isForReporting()) {
                continue; // only looked at for the reported figures
            }
            var proposals = CacTest.CAC
                    .suggest(NoteText.of(note.text(), NoteFormat.TEXT), note.encounter(), 0.3, Cac.Learned.NOTHING)
                    .proposals();
            var proposed = proposals.stream().map(Proposal::code).toList();
            for (var proposal : proposals) {
                var category = proposal.code().substring(0, 3);
                var named = proposal.why().stream()
                        .map(NAMED::matcher)
                        .filter(Matcher::matches)
                        .toList();
                for (var neighbour : named) {
                    assertThat(book.isBillable(neighbour.group(1))).isTrue();
                    assertThat(neighbour.group(2)).isEqualTo(book.text(neighbour.group(1)));
                    assertThat(neighbour.group(1)).startsWith(category).isNotIn(proposed);
                }
                if (proposal.why().contains("Category %s has no other code".formatted(category))) {
                    assertThat(book.billable(category)).hasSize(1);
                } else if (named.isEmpty()) {
                    untold++;
                    assertThat(proposal.why())
                            .as("%s %s", note.id(), proposal.code())
                            .anyMatch(reason -> reason.startsWith("No other code of category " + category));
                } else {
                    told++;
                }
            }
        }
        assertThat(untold).as("beside %d that are told from a neighbour", told).isLessThan(told / 50);
    }

    private static List<String> why(String note) {
        var encounter = new Encounter(Setting.OFFICE, LocalDate.of(2026, 3, 2), null, null);
        return CacTest.CAC
                .suggest(NoteText.of(note, NoteFormat.TEXT), encounter, 0.3, Cac.Learned.NOTHING)
                .proposals()
                .get(0)
                .why();
    }
}
