package org.superbill.coding.cac;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What the titles of codes say, apart from what they deny, leave open or take for granted. Each is read once: a header has up to two thousand codes under it. */
final class Titles {
    private static final double OTHER = -0.5;
    private static final double UNSPECIFIED = 0.3;

    /** What a title says of the ordinary case, and what is found in another way. */
    private static final Set<String> TAKEN_FOR_GRANTED = Set.of(
            "right",
            "left",
            "eye", // "right eye" of a palsy is its side
            "ear",
            "bilateral",
            "unilateral",
            "other",
            "specified",
            "primary",
            "affecting",
            "side",
            "essential",
            "native",
            "body",
            "complicating",
            "childbirth",
            "puerperium",
            "trimester",
            "disease",
            "disorder",
            "syndrome",
            "part",
            "region",
            "site",
            "status",
            "type",
            "predominantly",
            "displaced", // unless it is documented otherwise: Guidelines I.C.19.c
            "female",
            "male"); // the sex is the patient's

    private static final Pattern DENIED = Pattern.compile(
            ",? (without|not intractable|not having|not specified as|uncomplicated)[^,]*(?: or [^,]*)?");
    private static final Pattern OPEN_SEGMENT =
            Pattern.compile("unspecified (?:[a-z]+ )?[a-z]+|,? ?unspecified$|\\bunspecified\\b");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]|\\([^)]*\\)");
    private static final Pattern ENCOUNTER = Pattern.compile(",? (initial|subsequent) encounter.*$|, sequela.*$");
    private static final Pattern TRIMESTER = Pattern.compile(
            ",? ?(first|second|third|unspecified) trimester|,? fetus \\d|,? not applicable or unspecified|,? other fetus");
    private static final Pattern WITHOUT = Pattern.compile("without ([^,]*)");
    private static final Pattern OPEN_WORDS =
            Pattern.compile("\\bunspecified(?: (?:organism|site|severity|type|cause|trimester))?\\b|\\bnos\\b");
    private static final Set<String> SIDES = Set.of("right", "left", "bilateral", "unilateral");

    /**
     * What a title says that chooses its code among others.
     *
     * @param forItself what speaks for the code, or against it, without the record
     * @param words which the record should say too
     */
    record Choice(double forItself, Set<String> words, Side side) {}

    private final Reader reader;
    /** By title, in lower case. */
    private final Map<String, Choice> choices = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> words = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> sayings = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> tellings = new ConcurrentHashMap<>();

    Titles(Reader reader) {
        this.reader = reader;
    }

    /** @param title in lower case */
    Choice choice(String title) {
        return choices.computeIfAbsent(title, this::read);
    }

    private Choice read(String title) {
        var forItself = 0.0;
        var rest = TRIMESTER.matcher(ENCOUNTER.matcher(title).replaceAll("")).replaceAll("");
        var denied = DENIED.matcher(rest).replaceAll("");
        forItself += denied.equals(rest) ? 0 : UNSPECIFIED;
        rest = BRACKETS.matcher(denied).replaceAll(" ");
        if (title.contains("unspecified")) {
            forItself += UNSPECIFIED;
            rest = OPEN_SEGMENT.matcher(rest).replaceAll(" ");
        }
        if (title.contains("other")) {
            forItself += OTHER;
        }
        return new Choice(forItself, telling(reader.termWords(rest)), Side.of(title));
    }

    /** @param title in lower case */
    Side side(String title) {
        return choice(title).side();
    }

    /** All words of a title, each once. */
    Set<String> words(String title) {
        return words.computeIfAbsent(title, unseen -> Set.copyOf(reader.termWords(unseen)));
    }

    /** What all the titles under a header say tells none of them from the others. */
    Set<String> common(List<CodeBook.Entry> entries) {
        var common = new HashSet<>(words(entries.get(0).text()));
        for (var entry : entries) {
            common.retainAll(words(entry.text()));
        }
        return common;
    }

    /**
     * The words of a title that say something: not what it denies or leaves open, nor the kind of encounter.
     *
     * @param title in lower case
     */
    Set<String> said(String title) {
        return sayings.computeIfAbsent(title, unseen -> {
            var rest =
                    TRIMESTER.matcher(ENCOUNTER.matcher(unseen).replaceAll("")).replaceAll("");
            rest = BRACKETS.matcher(DENIED.matcher(rest).replaceAll("")).replaceAll(" ");
            return Set.copyOf(reader.termWords(OPEN_WORDS.matcher(rest).replaceAll(" ")).stream()
                    .filter(word -> !SIDES.contains(word))
                    .toList());
        });
    }

    /** What a title denies: "migraine without aura" the aura. */
    Set<String> denied(String title) {
        var denied = new HashSet<String>();
        var without = WITHOUT.matcher(title.toLowerCase(Locale.ROOT));
        while (without.find()) {
            denied.addAll(words(without.group(1)));
        }
        return denied;
    }

    /** Words without those that say what is the ordinary case anyhow. */
    static Set<String> telling(Iterable<String> words) {
        var telling = new HashSet<String>();
        words.forEach(telling::add);
        telling.removeAll(TAKEN_FOR_GRANTED);
        return telling;
    }

    /**
     * The words of {@link #said} that are not the ordinary case.
     *
     * @param title in lower case
     */
    Set<String> telling(String title) {
        return tellings.computeIfAbsent(title, unseen -> Set.copyOf(telling(said(unseen))));
    }

    /** @param title in lower case */
    static boolean isOpen(String title) {
        return title.contains("unspecified")
                || title.contains("without")
                || title.contains("uncomplicated")
                || title.contains("not intractable");
    }
}
