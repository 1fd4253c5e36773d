package org.superbill.coderules.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Terminology;

/** What is wrong with a code that does not exist, as far as its 7th character and placeholders explain it. */
final class SeventhCharacters {
    private static final int LENGTH = 7;
    private static final int CATEGORY = 3;
    /** A code is not that much longer by placeholders too many. */
    private static final int LONGEST = LENGTH + 3;

    private SeventhCharacters() {}

    /** The code without its 7th character, and which ones it takes. */
    record Stem(String code, String seventhCharacters) {
        String written() {
            return Terminology.ICD_10_CM.written(code);
        }
    }

    static boolean explains(KnownSet set, KnownDiagnosis unknown) {
        return withPlaceholders(set, unknown).isPresent()
                || stemOf(set, unknown).isPresent();
    }

    /** The codes that a header becomes by its 7th characters. */
    static List<String> completed(KnownDiagnosis header) {
        return header.place()
                .seventhCharacters()
                .chars()
                .mapToObj(seventh -> filled(header.code()) + (char) seventh)
                .toList();
    }

    /** The code that it becomes when placeholders are put in or left out; empty when it exists or nothing helps. */
    static Optional<String> withPlaceholders(KnownSet set, KnownDiagnosis diagnosis) {
        var code = diagnosis.code();
        if (diagnosis.fact() != null || code.length() <= CATEGORY || code.length() > LONGEST) {
            return Optional.empty();
        }
        var candidates = code.length() < LENGTH ? filledIn(code) : leftOut(code);
        return candidates
                .filter(candidate -> candidate.length() == LENGTH && !candidate.equals(code))
                .filter(candidate -> isCode(set, candidate))
                .findFirst();
    }

    /** With the X's that lack at each place after the category; most often it is the one before the last character. */
    private static Stream<String> filledIn(String code) {
        var lacking = "X".repeat(LENGTH - code.length());
        return IntStream.iterate(code.length() - 1, place -> place >= CATEGORY, place -> place - 1)
                .mapToObj(place -> code.substring(0, place) + lacking + code.substring(place));
    }

    /** With one run of X's shorter. */
    private static Stream<String> leftOut(String code) {
        var tooMany = code.length() - LENGTH;
        return tooMany == 0
                ? Stream.empty()
                : IntStream.range(CATEGORY, code.length() - tooMany)
                        .filter(place -> code.startsWith("X".repeat(tooMany), place))
                        .mapToObj(place -> code.substring(0, place) + code.substring(place + tooMany));
    }

    /** What a code of seven characters that does not exist is without the last one. */
    static Optional<Stem> stemOf(KnownSet set, KnownDiagnosis diagnosis) {
        var code = diagnosis.code();
        if (diagnosis.fact() != null || code.length() != LENGTH) {
            return Optional.empty();
        }
        var stem = code.substring(0, LENGTH - 1);
        while (stem.endsWith("X") && find(set, stem).isEmpty()) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return find(set, stem)
                .filter(fact ->
                        fact.billable() || !fact.place().seventhCharacters().isEmpty())
                .map(fact -> new Stem(fact.code(), fact.place().seventhCharacters()));
    }

    private static String filled(String header) {
        return header + "X".repeat(Math.max(0, LENGTH - 1 - header.length()));
    }

    private static boolean isCode(KnownSet set, String code) {
        return find(set, code).filter(CodeFact::billable).isPresent();
    }

    private static Optional<CodeFact> find(KnownSet set, String code) {
        return Optional.ofNullable(set.facts().find(Terminology.ICD_10_CM, code, set.day()));
    }
}
