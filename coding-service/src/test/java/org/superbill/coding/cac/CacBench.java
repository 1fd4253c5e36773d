package org.superbill.coding.cac;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/**
 * What the engine reaches on the notes that are kept for it, and how fast: {@code ./superbill bench cac}. Its name keeps it out of the tests.
 */
class CacBench {
    private static final Path NOTES = Path.of("src/test/resources/cac/notes");

    /** Long case reports that nobody has tuned on; few, so that their figures are rough. */
    private static final Path UNSEEN = Path.of("src/test/resources/cac/unseen");

    /** Visits with all their procedures, written to be measured on alone. */
    private static final Path VISITS = Path.of("src/test/resources/cac/visits");

    /** The one that an organization starts with. */
    private static final double THRESHOLD = 0.75;

    private static final double[] CURVE = {0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95};

    /** About two printed pages. */
    private static final int TWO_PAGES = 6_000;

    private static final int ROUNDS = 30;

    /** Gold codes of a category, to say anything of it. */
    private static final int ENOUGH = 4;

    @Test
    void measures() throws IOException {
        var start = System.nanoTime();
        var cac = new Cac(ShippedBook.of("2026"));
        print("cac.build_ms", (System.nanoTime() - start) / 1e6, "ms");
        var notes =
                GoldNote.all(NOTES).stream().filter(GoldNote::isForReporting).toList();
        var all = Measured.of(cac, notes, THRESHOLD);
        print("cac.notes", notes.size(), "notes");
        print("cac.f1", all.f1(), "ratio");
        print("cac.precision", all.precision(), "ratio");
        print("cac.recall", all.recall(), "ratio");
        for (var threshold : CURVE) {
            var at = Measured.of(cac, notes, threshold);
            System.out.printf(
                    Locale.ROOT,
                    "  threshold %.2f  precision %.3f  recall %.3f  f1 %.3f%n",
                    threshold,
                    at.precision(),
                    at.recall(),
                    at.f1());
        }
        var unseen = Measured.of(cac, GoldNote.all(UNSEEN), THRESHOLD);
        print("cac.unseen_reports_precision", unseen.precision(), "ratio");
        print("cac.unseen_reports_recall", unseen.recall(), "ratio");
        phrases(cac);
        for (var kind : List.of("chapter ", "specialty ", "category ")) {
            table(all, kind, kind.equals("category ") ? ENOUGH : 1);
        }
        procedures(cac, notes);
        print("cac.note_p95_ms", p95(cac, notes), "ms");
    }

    /** The half of the phrases that nobody looks at. */
    private static void phrases(Cac cac) throws IOException {
        var held = GoldPhrase.all(GoldPhrasesTest.PHRASES).stream()
                .filter(GoldPhrase::isForReporting)
                .toList();
        var all = MeasuredPhrases.of(cac, held, THRESHOLD);
        print("cac.phrases", held.size(), "phrases");
        print("cac.phrases_recall", all.recall(), "ratio");
        print("cac.phrases_precision", all.precision(), "ratio");
        print("cac.phrases_found", MeasuredPhrases.of(cac, held, 0).recall(), "ratio");
        for (var outcome : MeasuredPhrases.Outcome.values()) {
            System.out.printf(Locale.ROOT, "  %s %d%n", outcome, all.count(outcome));
        }
        all.parts()
                .forEach((name, part) -> System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.3f | %.3f |%n",
                        name,
                        part.gold(),
                        part.precision(),
                        part.recall()));
    }

    private static void procedures(Cac cac, List<GoldNote> notes) throws IOException {
        var visits = Stream.concat(notes.stream(), GoldNote.all(VISITS).stream())
                .filter(note -> !note.procedures().isEmpty())
                .toList();
        var all = Measured.ofProcedures(cac, visits, THRESHOLD);
        print("cac.procedures.notes", visits.size(), "notes");
        print("cac.procedures.gold", all.gold(), "codes");
        print("cac.procedures.precision", all.precision(), "ratio");
        print("cac.procedures.recall", all.recall(), "ratio");
        print("cac.procedures.f1", all.f1(), "ratio");
        table(all, "specialty ", 1);
        var leveled = visits.stream()
                .filter(note -> CodedVisit.level(note.procedures()).isPresent())
                .toList();
        var right = leveled.stream()
                .filter(note -> CodedVisit.level(CodedVisit.codes(cac, note, THRESHOLD))
                        .equals(CodedVisit.level(note.procedures())))
                .count();
        print("cac.em_levels", leveled.size(), "notes");
        print("cac.em_level_right", (double) right / leveled.size(), "ratio");
    }

    /** As docs/benchmarks.md has it. */
    private static void table(Measured all, String kind, int least) {
        all.parts(kind).stream()
                .filter(part -> part.getValue().gold() >= least)
                .forEach(part -> System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.3f | %.3f | %.3f |%n",
                        part.getKey(),
                        part.getValue().gold(),
                        part.getValue().precision(),
                        part.getValue().recall(),
                        part.getValue().f1()));
    }

    /** Notes of two pages, made of those of the set one behind the other. */
    private static double p95(Cac cac, List<GoldNote> notes) {
        var pages = new ArrayList<String>();
        var text = new StringBuilder();
        for (var note : notes) {
            text.append(note.text()).append('\n');
            if (text.length() >= TWO_PAGES) {
                pages.add(text.toString());
                text.setLength(0);
            }
        }
        var times = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var page : pages) {
                var start = System.nanoTime();
                cac.suggest(
                        NoteText.of(page, NoteFormat.TEXT), notes.get(0).encounter(), THRESHOLD, Cac.Learned.NOTHING);
                if (round >= ROUNDS / 3) {
                    times.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        Collections.sort(times);
        return times.get((int) (times.size() * 0.95));
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "bench %s %.3f %s%n", name, value, unit);
    }
}
