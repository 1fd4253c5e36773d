package org.superbill.coding.cac;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** How well the engine codes a set of notes: a proposal is right when the gold has exactly its code. */
final class Measured {
    private static final Chapters CHAPTERS = Chapters.shipped();
    private static final int CATEGORY = 3;

    private int right;
    private int wrong;
    private int missed;
    private final Map<String, Measured> parts = new TreeMap<>();

    static Measured of(Cac cac, List<GoldNote> notes, double threshold) {
        return of(
                notes,
                GoldNote::diagnoses,
                note -> cac
                        .suggest(
                                NoteText.of(note.text(), NoteFormat.TEXT),
                                note.encounter(),
                                threshold,
                                Cac.Learned.NOTHING)
                        .proposals()
                        .stream()
                        .map(Proposal::code)
                        .toList());
    }

    static Measured ofProcedures(Cac cac, List<GoldNote> notes, double threshold) {
        return of(notes, GoldNote::procedures, note -> CodedVisit.codes(cac, note, threshold));
    }

    private static Measured of(
            List<GoldNote> notes,
            Function<GoldNote, List<String>> wanted,
            Function<GoldNote, List<String>> proposedFor) {
        var measured = new Measured();
        for (var note : notes) {
            var gold = new HashSet<>(wanted.apply(note));
            for (var code : proposedFor.apply(note)) {
                measured.count(gold.remove(code), code, note);
            }
            gold.forEach(code -> measured.miss(code, note));
        }
        return measured;
    }

    private void count(boolean hit, String code, GoldNote note) {
        for (var part : partsOf(code, note)) {
            part.right += hit ? 1 : 0;
            part.wrong += hit ? 0 : 1;
        }
    }

    private void miss(String code, GoldNote note) {
        partsOf(code, note).forEach(part -> part.missed++);
    }

    private List<Measured> partsOf(String code, GoldNote note) {
        return List.of(
                this,
                part("code " + code),
                part("category " + code.substring(0, CATEGORY)),
                part(CHAPTERS.of(code)),
                part("specialty " + note.id().replaceAll("-\\d+$", "")));
    }

    private Measured part(String name) {
        return parts.computeIfAbsent(name, unseen -> new Measured());
    }

    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    double f1() {
        var sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    int gold() {
        return right + missed;
    }

    /** Parts whose name begins so, most gold codes first. */
    List<Map.Entry<String, Measured>> parts(String beginning) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith(beginning))
                .sorted(Comparator.comparingInt((Map.Entry<String, Measured> part) ->
                                -part.getValue().gold())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }
}
