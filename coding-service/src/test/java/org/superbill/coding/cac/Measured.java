package org.superbill.coding.cac;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** How well the engine codes a set of notes: a proposal is right when the gold has exactly its code. */
final class Measured {
    private int right;
    private int wrong;
    private int missed;
    private final Map<String, Measured> parts = new TreeMap<>();

    static Measured of(Cac cac, List<GoldNote> notes, double threshold) {
        var measured = new Measured();
        for (var note : notes) {
            var gold = new HashSet<>(note.diagnoses());
            var suggested = cac.suggest(
                    NoteText.of(note.text(), NoteFormat.TEXT), note.encounter(), threshold, Cac.Learned.NOTHING);
            for (var proposal : suggested.proposals()) {
                var hit = gold.remove(proposal.code());
                measured.count(hit, proposal.code(), note);
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
                part("chapter " + chapter(code)),
                part("specialty " + note.id().replaceAll("-\\d+$", "")));
    }

    private Measured part(String name) {
        return parts.computeIfAbsent(name, unseen -> new Measured());
    }

    /** By letter, which is the chapter but for blood and neoplasms, eye and ear. */
    private static String chapter(String code) {
        return code.substring(0, 1);
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
