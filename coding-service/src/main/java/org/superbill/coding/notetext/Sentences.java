package org.superbill.coding.notetext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * Cuts sections into sentences: at line breaks, and within a line where OpenNLP's model does; what it cuts wrongly in clinical prose, after an abbreviation
 * ("67 y.o. man", "Dr. X") or the number of a list ("1. Asthma"), is joined again.
 */
public final class Sentences {
    /** A line that ends in the middle of a sentence goes on in the next, which begins with a small letter; a list of small letters does not, nor does a table, nor what is denied line by line. Possessive: else each line is a call on the stack. */
    private static final Pattern LINE = Pattern.compile(
            "[ \\t]*(?:\\d{1,2}[.)][ \\t]*)?[A-Z][^\\n|]*[\\w,)][ \\t]*(?:\\n[ \\t]*(?!(?:no|denies|denied|negative|without)\\b)[a-z][^\\n|:]*(?=\\n|$))++|[^\\n]+");

    private static final Pattern LIST_NUMBER = Pattern.compile("\\s*\\(?\\d{1,2}[.)]?\\s*");

    /** What a clinician ends with a full stop in the middle of a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "y.o", "yo", "dr", "mr", "mrs", "ms", "vs", "approx", "dx", "hx", "tx", "rx", "pt", "pts", "wt", "ht",
            "temp", "hosp", "dept", "fig", "no", "st", "e.g", "i.e", "etc", "al", "b.i.d", "t.i.d", "q.d", "p.o", "i.v",
            "a.m", "p.m", "e", "h", "c", "s", "p", "staph", "strep", "sp", "spp", "vit", "resp", "abd", "bilat", "lat",
            "med", "mod");

    private final SentenceModel model;

    public Sentences(SentenceModel model) {
        this.model = model;
    }

    /** The sentences of a section, in order, without the spaces around them. */
    public List<Sentence> of(String text, Section section) {
        var detector = new SentenceDetectorME(model); // it keeps state, so one for each call
        var sentences = new ArrayList<Sentence>();
        var lines = LINE.matcher(text).region(section.start(), section.end());
        while (lines.find()) {
            var start = lines.start();
            var open = -1;
            for (var span : detector.sentPosDetect(lines.group())) {
                if (open < 0) {
                    open = start + span.getStart();
                }
                var end = start + span.getEnd();
                if (end < lines.end() && goesOn(text, open, end)) {
                    continue;
                }
                sentences.add(new Sentence(section.kind(), open, end));
                open = -1;
            }
            if (open >= 0) {
                sentences.add(new Sentence(section.kind(), open, lines.end()));
            }
        }
        return sentences;
    }

    private static boolean goesOn(String text, int start, int end) {
        var sentence = text.substring(start, end);
        if (LIST_NUMBER.matcher(sentence).matches()) {
            return true;
        }
        if (!sentence.endsWith(".")) {
            return false;
        }
        var lastSpace = sentence.lastIndexOf(' ');
        var last = sentence.substring(lastSpace + 1, sentence.length() - 1).toLowerCase(Locale.ROOT);
        return ABBREVIATIONS.contains(last);
    }
}
