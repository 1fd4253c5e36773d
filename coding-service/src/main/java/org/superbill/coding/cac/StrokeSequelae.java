package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.notetext.SectionKind;
import org.superbill.coding.notetext.Sentence;

/**
 * What a stroke of earlier years has left: one code for the kind of stroke, the deficit and its side, and neither the deficit's own code, nor a stroke of today, nor a
 * history without deficits. Source: ICD-10-CM Official Guidelines I.C.9.d; Tabular List, I69 with its Excludes1 note.
 */
final class StrokeSequelae {
    private static final String WHY = "Guidelines I.C.9.d: what an earlier stroke has left is coded as its sequela";

    private static final String PATH = "Sequelae, stroke, by deficit and side";

    /** A row of {@code cac/sequelae.tsv}. */
    private record Deficit(String characters, boolean sided, List<String> own, Pattern words) {}

    private static final List<Deficit> DEFICITS = DataFile.rows("cac/sequelae.tsv").stream()
            .map(row -> new Deficit(
                    row[0],
                    row[1].equals("sided"),
                    row[2].equals("-") ? List.of() : Arrays.asList(row[2].split(" ")),
                    Pattern.compile("(?i)\\b(?:" + row[3] + ")")))
            .toList();

    /** By the fourth character of I69: of a subarachnoid hemorrhage, of one into the brain, of an infarction. */
    private static final List<Pattern> STROKES = List.of(
            Pattern.compile("(?i)\\bsubarachnoid (?:ha?emorrhage|bleed(?:ing)?)\\b|(?-i:\\bSAH\\b)"),
            Pattern.compile(
                    "(?i)\\bha?emorrhagic (?:stroke|CVA)\\b|\\b(?:intracerebral|intraparenchymal|cerebral|brain) (?:ha?emorrhage|bleed(?:ing)?)\\b|(?-i:\\bICH\\b)"),
            Pattern.compile(
                    "(?i)\\bstrokes?\\b|(?-i:\\bCVAs?\\b)|\\bcerebrovascular accidents?\\b|\\b(?:cerebral|brain|MCA|ACA|PCA|lacunar|ischemic|cerebellar|pontine|thalamic)(?: artery)?(?: territory)? infarct(?:s|ions?)?\\b"));

    private static final String KINDS = "013";

    private static final Pattern EARLIER_BEFORE = Pattern.compile(
            "(?i)\\b(?:old|prior|previous|remote|past|earlier|known|chronic|history of|h/o|hx of|hx|s/p|status post)\\W+(?:(?:an?|the|his|her|left|right|ischemic|ischaemic|acute|large|small|massive|L|R|MCA|ACA|PCA|middle cerebral artery|cerebrovascular) ){0,4}$");
    private static final Pattern EARLIER_BEHIND = Pattern.compile(
            "(?i)^\\W{0,2}(?:(?:in|of|from|since|\\w+ \\d{1,2},?) )?\\(?(?:19|20)\\d\\d\\b|^\\W{0,2}(?:[\\w/.]+ ){0,4}?(?:years?|yrs?|months?|mos?|weeks|wks)\\.? (?:ago|before|earlier|prior)\\b");
    private static final Pattern LEFT_BEHIND = Pattern.compile(
            "(?i)\\bresidual|\\bsequela|\\blate effects?|\\bpost-?stroke|\\bpost-?CVA|\\bleft (?:him|her|the patient|with)\\b|\\blong-?standing|\\bpersist(?:ent|ing)\\b|\\bchronic\\b");
    private static final Pattern FOLLOWING =
            Pattern.compile("(?i)^\\W{0,2}(?:that )?(?:following|after|sequela of) (?:an? |the |his |her )?$");
    private static final Pattern LINK = Pattern.compile(
            "(?i)\\b(?:with|from|due|after|following|secondary|since|caus\\w+|result\\w*|leaving|left|of|sequela\\w*|post|residual)\\b|\\bw/|2/2|d/t|-$");
    private static final Pattern OF_TODAY = Pattern.compile(
            "(?i)\\bacute\\b|\\bsudden|\\bnew\\b|\\bonset|\\bpresent(?:ed|s|ing)\\b|\\bdevelop|\\btoday\\b|\\bhours?\\b|\\byesterday\\b|\\badmitted\\b|\\bwors|\\bwithout\\b|\\bno\\b|\\bdenie|\\bnot\\b|\\bbut\\b|;");
    private static final Pattern SIDE = Pattern.compile("(?i)\\b(?:left|right|lt|rt)\\b|(?-i:\\b[LR]\\b)");
    private static final Pattern OF_THE_BRAIN = Pattern.compile(
            "(?i)^[- ](?:sided )?(?:\\w+ ){0,1}(?:MCA|ACA|PCA|cerebral|artery|hemispher\\w+|brain|stroke|CVA|infarct\\w*)");

    private static final int FAR = 80;
    private static final int NEAR = 30;
    private static final int BESIDE = 45;
    private static final Set<Assertion> SAID =
            Set.of(Assertion.PRESENT, Assertion.HISTORICAL, Assertion.RESOLVED, Assertion.CONSISTENT);

    private final Candidates codes;
    private final ReadNote note;
    private final List<Integer> sentences = new ArrayList<>();

    private StrokeSequelae(Candidates codes, ReadNote note) {
        this.codes = codes;
        this.note = note;
    }

    static void apply(Candidates codes, ReadNote note) {
        new StrokeSequelae(codes, note).find();
    }

    private void find() {
        for (var i = 0; i < note.sentences().size(); i++) {
            var sentence = note.sentences().get(i);
            if (sentence.section() != SectionKind.FAMILY) {
                find(i, sentence);
            }
        }
        if (!sentences.isEmpty()) {
            dropStrokes();
        }
    }

    private void find(int number, Sentence sentence) {
        var words = note.text().substring(sentence.start(), sentence.end());
        for (var kind = 0; kind < STROKES.size(); kind++) {
            var fourth = KINDS.charAt(kind);
            for (var stroke : matches(STROKES.get(kind), words)) {
                if (!isSaid(sentence.start() + stroke.start())) {
                    continue;
                }
                var taken = new ArrayList<MatchResult>();
                for (var deficit : DEFICITS) {
                    for (var found : matches(deficit.words(), words)) {
                        if (taken.stream().noneMatch(other -> overlap(other, found))
                                && isSaid(sentence.start() + found.start())
                                && isLeft(words, stroke, found)) {
                            taken.add(found);
                            add(number, sentence, words, fourth, stroke, deficit, found);
                        }
                    }
                }
            }
        }
    }

    private static List<MatchResult> matches(Pattern pattern, String words) {
        return pattern.matcher(words).results().toList();
    }

    private static boolean overlap(MatchResult one, MatchResult other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private boolean isSaid(int at) {
        return SAID.contains(note.assertionAt(at));
    }

    /** The stroke is one of earlier years, or what it left is called so; nothing between the two begins another thought. */
    private static boolean isLeft(String words, MatchResult stroke, MatchResult deficit) {
        if (overlap(stroke, deficit)) {
            return false;
        }
        var first = stroke.start() < deficit.start() ? stroke : deficit;
        var second = first == stroke ? deficit : stroke;
        var between = words.substring(first.end(), second.start());
        if (between.length() > FAR || OF_TODAY.matcher(withoutAge(between)).find()) {
            return false;
        }
        var before = words.substring(Math.max(0, first.start() - NEAR), first.start());
        if (LEFT_BEHIND.matcher(before + first.group() + between).find()) {
            return LINK.matcher(before + between).find();
        }
        if (first == deficit
                && FOLLOWING.matcher(between).find()
                && !OF_TODAY.matcher(before).find()) {
            return isNamedAsCode(stroke) || isEarlier(words, stroke);
        }
        return isEarlier(words, stroke)
                && LINK.matcher(between).find()
                && !OF_TODAY.matcher(before).find();
    }

    /** "An old acute stroke" is an old one. */
    private static String withoutAge(String between) {
        return between.replaceAll("(?i)\\b(?:old|prior|previous|remote) acute\\b", "old");
    }

    /** As the titles under I69 have it: "hemiplegia following cerebral infarction". */
    private static boolean isNamedAsCode(MatchResult stroke) {
        return stroke.group().toLowerCase(Locale.ROOT).matches("cerebral infarction|stroke|cva");
    }

    private static boolean isEarlier(String words, MatchResult stroke) {
        return isEarlier(words, stroke.start(), stroke.end());
    }

    private static boolean isEarlier(String words, int start, int end) {
        return EARLIER_BEFORE.matcher(words.substring(0, start)).find()
                || EARLIER_BEHIND.matcher(words.substring(end)).find();
    }

    private void add(
            int number,
            Sentence sentence,
            String words,
            char fourth,
            MatchResult stroke,
            Deficit deficit,
            MatchResult found) {
        var code = "I69" + fourth + deficit.characters() + (deficit.sided() ? side(words, found) : "");
        for (var own : deficit.own()) {
            codes.all(own).stream()
                    .filter(candidate ->
                            candidate.mentions().stream().allMatch(mention -> mention.sentence() == number))
                    .forEach(codes::drop);
        }
        sentences.add(number);
        var start = sentence.start() + Math.min(stroke.start(), found.start());
        var end = sentence.start() + Math.max(stroke.end(), found.end());
        codes.all("I69").stream()
                .filter(candidate -> !candidate.code().equals(code))
                .filter(candidate -> candidate.mentions().stream()
                        .allMatch(mention ->
                                mention.start() < end && mention.end() > start && !isOfSequelae(mention.path())))
                .forEach(codes::drop);
        codes.add(code, List.of(mention(code, number, sentence.section(), start, end)))
                .because(WHY);
        if (deficit.sided()) {
            codes.add(code, List.of()).because(Dominance.WHY);
        }
    }

    private static boolean isOfSequelae(String path) {
        return path.equals(PATH);
    }

    private static Mention mention(String code, int number, SectionKind section, int start, int end) {
        return new Mention(code, Source.STATUS, PATH, 3, 0, 0, start, end, section, Assertion.PRESENT, number, 0, 0);
    }

    /** The side of the body, not of the brain; 9 where none is named. */
    private char side(String words, MatchResult found) {
        var start = Math.max(0, found.start() - NEAR);
        var before = words.substring(start, found.start());
        var own = last(matches(SIDE, found.group()));
        var named = own != null ? own.group() : null;
        if (named == null) {
            named = matches(SIDE, before).stream()
                    .filter(side -> !OF_THE_BRAIN
                            .matcher(words.substring(start + side.end()))
                            .find())
                    .reduce((one, other) -> other)
                    .map(MatchResult::group)
                    .orElse(null);
        }
        var behind = words.substring(found.end(), Math.min(words.length(), found.end() + BESIDE));
        if (named == null) {
            named = matches(SIDE, behind).stream()
                    .filter(side -> !OF_THE_BRAIN
                            .matcher(words.substring(found.end() + side.end()))
                            .find())
                    .findFirst()
                    .map(MatchResult::group)
                    .orElse(null);
        }
        if (named == null) {
            return '9';
        }
        var side = named.toLowerCase(Locale.ROOT).startsWith("r") ? Side.RIGHT : Side.LEFT;
        return Dominance.character(side, before + found.group() + behind, note);
    }

    private static @Nullable MatchResult last(List<MatchResult> all) {
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** The stroke itself is over, and its history is no history without deficits. */
    private void dropStrokes() {
        codes.dropAll("Z8673");
        for (var beginning : List.of("I60", "I61", "I63", "I64", "Z8679", "I6930", "I6910", "I6900")) {
            codes.all(beginning).stream()
                    .filter(stroke -> stroke.mentions().stream().allMatch(this::isOver))
                    .forEach(codes::drop);
        }
    }

    private boolean isOver(Mention mention) {
        if (sentences.contains(mention.sentence())) {
            return true;
        }
        var sentence = note.sentences().get(mention.sentence());
        return isEarlier(
                note.text().substring(sentence.start(), sentence.end()),
                mention.start() - sentence.start(),
                mention.end() - sentence.start());
    }
}
