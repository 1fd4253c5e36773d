package org.superbill.coding.notetext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTextTest {

    @Test
    void plainTextStaysAsItIs() {
        var note = NoteText.of("Asthma.\nStable.", NoteFormat.TEXT);

        assertThat(note.text()).isEqualTo("Asthma.\nStable.");
        assertThat(note.origin(8)).isEqualTo(8);
    }

    @Test
    void tagsAreNoTextAndEvidenceIsPointedAtInWhatWasSent() {
        var sent = "<div><p>Patient has <b>asthma</b> &amp; gout.</p></div>";

        var note = NoteText.of(sent, NoteFormat.MARKUP);

        assertThat(note.text().strip()).isEqualTo("Patient has asthma & gout.");
        var at = note.text().indexOf("asthma");
        assertThat(sent.substring(note.origin(at), note.origin(at + 5) + 1)).isEqualTo("asthma");
        at = note.text().indexOf("gout");
        assertThat(sent.substring(note.origin(at), note.origin(at + 3) + 1)).isEqualTo("gout");
    }

    @Test
    void theTitleOfASectionBecomesItsHeading() {
        var note = NoteText.of(
                "<section><title>Assessment</title><text><list><item>COPD</item></list></text></section>",
                NoteFormat.MARKUP);

        assertThat(note.text().replaceAll("\\s+", " ").strip()).isEqualTo("Assessment: COPD");
    }

    @Test
    void aTagThatNeverEndsAndAnEntityThatIsNoneBreakNothing() {
        assertThat(NoteText.of("a & b &bogus; c &#233; <p", NoteFormat.MARKUP).text())
                .isEqualTo("a & b   c \u00e9 ");
    }

    @Test
    void rowsThatNeverEndAreReadInTime() {
        var rows = "<tr>".repeat(50_000);

        assertThat(assertTimeout(
                        Duration.ofSeconds(20),
                        () -> NoteText.of("<table>" + rows + "<td>Gout<td>2020</table>", NoteFormat.MARKUP)
                                .text()
                                .strip()))
                .isEqualTo("Gout | 2020");
        assertTimeout(
                Duration.ofSeconds(20), () -> NoteText.of("<tr><td><p>" + "<".repeat(200_000), NoteFormat.MARKUP));
    }

    @Test
    void joinedNotesAreOneTextAndEachKeepsItsOwnPlaces() {
        var nurse = "<p>Asthma &amp; gout.</p>";
        var joined = NoteText.joined(List.of(
                NoteText.of(nurse, NoteFormat.MARKUP),
                NoteText.of("", NoteFormat.TEXT),
                NoteText.of("Gout flare.", NoteFormat.TEXT)));

        var at = joined.text().indexOf("gout");
        assertThat(joined.note(at)).isZero();
        assertThat(joined.origin(at)).isEqualTo(nurse.indexOf("gout"));
        assertThat(joined.offset(0, nurse.indexOf("gout"))).isEqualTo(at);
        at = joined.text().indexOf("Gout flare");
        assertThat(joined.note(at)).isEqualTo(2);
        assertThat(joined.origin(at)).isZero();
        assertThat(joined.offset(2, 0)).isEqualTo(at);
        assertThat(joined.offset(2, "Gout flare.".length()))
                .isEqualTo(joined.end(2))
                .isEqualTo(joined.text().length());
        assertThat(joined.text().substring(joined.starts()[0], joined.end(0)).strip())
                .isEqualTo("Asthma & gout.");
    }
}
