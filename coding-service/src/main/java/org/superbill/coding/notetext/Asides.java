package org.superbill.coding.notetext;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A heading in the middle of prose ("… with pneumonia. Family history: sister with lupus. Hyponatremia developed.") rules what is said of its matter: its own sentence,
 * the fragments behind it, and sentences of the same matter. With the first sentence that tells of something else the prose goes on.
 */
final class Asides {
    private static final Pattern NEXT_SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=[A-Z\"(])");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t]*\\n");

    /** What makes a sentence of it and no entry of a list. */
    private static final Pattern TELLS = Pattern.compile(
            "(?i)\\b(?:developed|present(?:ed|s)|show(?:ed|s)|reveal(?:ed|s)|demonstrate[ds]|disclosed|confirmed|detected|identified|was|were|is|are|had|has|underwent|"
                    + "complain(?:ed|s)|found|suffered|required|received|remained|became|improved|worsened|deteriorated|died|recovered|started|began|experienced|"
                    + "noticed|excluded|diagnosed|discharged|admitted|treated|increased|decreased|rose|fell|persisted|occurred|appeared|led|grew|consulted|attended|came|reports?|reported)\\b");

    private static final Map<SectionKind, Pattern> MATTERS = matters();

    private Asides() {}

    private static Map<SectionKind, Pattern> matters() {
        var past = "ago|previous(?:ly)?|prior|earlier|(?:in|since|until) (?:19|20)\\d\\d|childhood|history|had"
                + " (?:had|been|undergone|never|also)|known|never|at (?:the )?age|(?:he|she|patient) (?:also"
                + " )?(?:has|is|takes|had (?:an? )?(?:\\w+ ){0,2}\\w+(?:ectomy|plasty))|long-?standing|chronic";
        var all = new EnumMap<SectionKind, Pattern>(SectionKind.class);
        all.put(
                SectionKind.FAMILY,
                words(
                        "(?:grand)?(?:mother|father|parent|son|daughter|child)s?|children|mom|dad|brothers?|sisters?|siblings?|aunts?|uncles?|cousins?|nieces?|nephews?|"
                                + "famil\\w+|relatives?|maternal|paternal|consanguin\\w+"));
        all.put(SectionKind.PAST, words(past));
        all.put(SectionKind.SURGICAL, words(past));
        all.put(
                SectionKind.SOCIAL,
                words(
                        "smok\\w+|alcohol\\w*|drinks?|drank|tobacco|cigarettes?|lives?|lived|living|works?|worked|drugs?|denie[sd]|occupation\\w*|married|single|divorced|retired|"
                                + "employ\\w+|travel\\w*|pets?|sexual\\w*|uses?|used"));
        all.put(
                SectionKind.MEDICATIONS,
                words(
                        "takes?|taking|took|mg|medications?|drugs?|doses?|daily|received|treated|prescribed|supplements?"));
        all.put(SectionKind.ALLERGIES, words("allerg\\w+|reactions?|intoleran\\w+|anaphyla\\w+|rash|hives"));
        return all;
    }

    private static Pattern words(String words) {
        return Pattern.compile("(?i)\\b(?:" + words + ")\\b");
    }

    /** Whether it is about what does not belong to the course of things, so that what follows by mistake is misread or lost. */
    static boolean isOne(SectionKind kind) {
        return MATTERS.containsKey(kind);
    }

    /** @return where the prose goes on between the offsets, or the end */
    static int end(String text, SectionKind kind, int start, int end) {
        var matter = MATTERS.get(kind);
        if (matter == null) {
            return end;
        }
        var paragraph = PARAGRAPH.matcher(text).region(start, end);
        var stop = paragraph.find() && !text.substring(start, paragraph.start()).isBlank() ? paragraph.end() : end;
        var next = NEXT_SENTENCE.matcher(text).region(start, stop).useTransparentBounds(true);
        while (next.find()) {
            var from = next.end();
            var following = NEXT_SENTENCE.matcher(text).region(from, stop).useTransparentBounds(true);
            var sentence = text.substring(from, following.find() ? following.start() : stop);
            if (TELLS.matcher(sentence).find() && !matter.matcher(sentence).find()) {
                return from;
            }
        }
        return stop;
    }
}
