package org.superbill.coding.cac;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** What the engine makes of phrases, each by itself: of each wanted code whether exactly it is proposed, and what is proposed besides. */
final class MeasuredPhrases {
    private static final int CATEGORY = 3;

    /** What became of a code that is wanted. */
    enum Outcome {
        HIT,
        /** Exactly it was found, and not proposed because the confidence is too low. */
        ABSTAINED,
        /** Another code of its category was proposed. */
        CATEGORY_ONLY,
        /** Something else was proposed. */
        OTHER_CODE,
        NOTHING
    }

    /** @param outcomes by wanted code @param wrong proposed, and neither wanted nor allowed */
    record Result(GoldPhrase phrase, Map<String, Outcome> outcomes, List<String> wrong) {}

    private final Map<Outcome, Integer> counts = new TreeMap<>();
    private int wrong;
    private final Map<String, MeasuredPhrases> parts = new TreeMap<>();

    static MeasuredPhrases of(Cac cac, List<GoldPhrase> phrases, double threshold) {
        var measured = new MeasuredPhrases();
        for (var phrase : phrases) {
            var result = result(cac, phrase, threshold);
            measured.add(result);
            measured.part("specialty " + phrase.specialty()).add(result);
            measured.part("kind " + phrase.kind()).add(result);
        }
        return measured;
    }

    static Result result(Cac cac, GoldPhrase phrase, double threshold) {
        var all = cac.suggest(NoteText.of(phrase.note(), NoteFormat.TEXT), phrase.encounter(), 0, Cac.Learned.NOTHING)
                .proposals();
        var proposed = all.stream()
                .filter(proposal -> proposal.confidence() >= threshold)
                .map(Proposal::code)
                .toList();
        var wrong = new HashSet<>(proposed);
        wrong.removeAll(phrase.codes());
        wrong.removeAll(phrase.allowed());
        var outcomes = new TreeMap<String, Outcome>();
        for (var code : phrase.codes()) {
            if (proposed.contains(code)) {
                outcomes.put(code, Outcome.HIT);
            } else if (all.stream().anyMatch(proposal -> proposal.code().equals(code))) {
                outcomes.put(code, Outcome.ABSTAINED);
            } else if (wrong.stream().anyMatch(other -> other.startsWith(code.substring(0, CATEGORY)))) {
                outcomes.put(code, Outcome.CATEGORY_ONLY);
            } else {
                outcomes.put(code, wrong.isEmpty() ? Outcome.NOTHING : Outcome.OTHER_CODE);
            }
        }
        return new Result(phrase, outcomes, List.copyOf(wrong));
    }

    private void add(Result result) {
        result.outcomes().values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        wrong += result.wrong().size();
    }

    private MeasuredPhrases part(String name) {
        return parts.computeIfAbsent(name, unseen -> new MeasuredPhrases());
    }

    Map<String, MeasuredPhrases> parts() {
        return parts;
    }

    int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    int gold() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    double recall() {
        return gold() == 0 ? 1 : (double) count(Outcome.HIT) / gold();
    }

    double precision() {
        var proposed = count(Outcome.HIT) + wrong;
        return proposed == 0 ? 1 : (double) count(Outcome.HIT) / proposed;
    }
}
