package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes terms of code titles: the side, the kind of encounter and the trimester are taken out, since the note's own decide them later, and what a title only denies
 * or leaves open ("without complications", "unspecified") is no word of the term.
 */
final class TitleTerms {
    private static final Pattern ENCOUNTER = Pattern.compile(",? (initial|subsequent) encounter.*$|, sequela.*$");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]|\\([^)]*\\)");
    private static final Pattern TRIMESTER = Pattern.compile(
            ",? ?(first|second|third|unspecified) trimester|,? fetus \\d|,? not applicable or unspecified|,? other fetus");
    private static final Pattern WITHOUT = Pattern.compile(
            ",? (without|not specified as|not having|not intractable|uncomplicated|in diseases classified elsewhere|as the cause of diseases classified elsewhere|not elsewhere classified|nos\\b|nec\\b)[^,]*");
    /** Where the wound is stands behind it. */
    private static final String NO_FOREIGN_BODY = "without foreign body ";

    private static final Pattern SIDE = Pattern.compile("\\b(right|left|bilateral|unilateral)\\b");
    private static final Pattern SIDE_SEGMENT = Pattern.compile(",\\s*(?:right|left|bilateral|unspecified)\\b[^,]*$");
    private static final Pattern OPEN = Pattern.compile(
            "\\bunspecified (eye|ear|side|limb|lower limb|upper limb|site|severity|organism|part|degree|type)\\b");
    private static final Pattern UNSPECIFIED = Pattern.compile("\\bunspecified\\b|\\bspecified\\b");

    /** Illness or injury of any kind: nothing that a record would be coded with. */
    private static final Set<String> UNSAID = Set.of("R69", "T14", "T07", "R6889", "T889");

    private final Reader reader;

    TitleTerms(Reader reader) {
        this.reader = reader;
    }

    void addTo(Dictionary.Builder terms, CodeBook book) {
        for (var entry : book.entries()) {
            if (isForTerms(entry.code())) {
                add(terms, book, entry);
            }
        }
    }

    /** External causes, statuses and poisonings are found in other ways: their titles read like ordinary prose. */
    static boolean isForTerms(String code) {
        var chapter = code.charAt(0);
        if (UNSAID.stream().anyMatch(code::startsWith)) {
            return false;
        }
        return chapter != 'V'
                && chapter != 'W'
                && chapter != 'X'
                && chapter != 'Y'
                && chapter != 'Z'
                && !(chapter == 'T' && code.compareTo("T36") >= 0 && code.compareTo("T66") < 0);
    }

    private void add(Dictionary.Builder terms, CodeBook book, CodeBook.Entry entry) {
        var title = entry.text().toLowerCase(Locale.ROOT);
        if (title.startsWith("other ") || title.contains("other specified") || title.contains(" other ")) {
            return; // "other" is what is left when nothing else fits: nobody writes it
        }
        var target = entry.code();
        var withoutEncounter = ENCOUNTER.matcher(title).replaceAll("");
        if (!withoutEncounter.equals(title)) {
            target = target.substring(0, Math.min(target.length(), 6));
        }
        var withoutTrimester = TRIMESTER.matcher(withoutEncounter).replaceAll("");
        if (!withoutTrimester.equals(withoutEncounter)) {
            target = book.parent(target);
        }
        var sided = SIDE.matcher(withoutTrimester).find()
                || SIDE_SEGMENT.matcher(withoutTrimester).find();
        if (sided) {
            target = book.parent(target);
        }
        var words =
                words(withoutTrimester, sided, book.text(target), entry.code().charAt(0) == 'S');
        for (var variant : alternatives(words)) {
            terms.add(reader.termWords(variant), target, Source.DESCRIPTION, entry.text());
        }
    }

    private static String words(String title, boolean sided, String parentTitle, boolean isInjury) {
        var bare = BRACKETS.matcher(title).replaceAll(" ").replace(NO_FOREIGN_BODY, "");
        bare = WITHOUT.matcher(bare).replaceAll("");
        if (sided) {
            bare = sideTakenOut(bare, parentTitle.toLowerCase(Locale.ROOT));
        }
        bare = OPEN.matcher(bare).replaceAll(isInjury ? " $1 " : " "); // a blister of the ear is none of anywhere
        return UNSPECIFIED.matcher(bare).replaceAll(" ");
    }

    /** ", right eye" goes whole; ", right hip" keeps the hip when the header says hip too. */
    private static String sideTakenOut(String title, String parentTitle) {
        var segment = SIDE_SEGMENT.matcher(title);
        var kept = title;
        if (segment.find()) {
            var words = new StringBuilder(title.substring(0, segment.start()));
            for (var word : segment.group().split("[ ,]+")) {
                if (!word.isEmpty() && !word.equals("unspecified") && parentTitle.contains(word)) {
                    words.append(' ').append(word);
                }
            }
            kept = words.toString();
        }
        return SIDE.matcher(kept).replaceAll(" ");
    }

    /** "Embolism and thrombosis of vein" is either of them. Source: ICD-10-CM Official Guidelines I.A.14. */
    static List<String> alternatives(String title) {
        var variants = new ArrayList<String>();
        variants.add(title);
        var words = title.trim().split("[ ,]+");
        for (var i = 1; i + 1 < words.length && words.length > 3; i++) { // of "pins and needles" neither is enough
            if (words[i].equals("and") || words[i].equals("or") || words[i].equals("and/or")) {
                variants.add(without(words, i, i + 1));
                variants.add(without(words, i - 1, i));
                break;
            }
        }
        return List.copyOf(new HashSet<>(variants));
    }

    private static String without(String[] words, int first, int last) {
        var kept = new StringBuilder();
        for (var i = 0; i < words.length; i++) {
            if (i < first || i > last) {
                kept.append(words[i]).append(' ');
            }
        }
        return kept.toString();
    }
}
