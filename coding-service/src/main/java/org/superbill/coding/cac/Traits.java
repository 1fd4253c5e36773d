package org.superbill.coding.cac;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.superbill.coderules.facts.ChronicConditions;
import org.superbill.coding.notetext.SectionKind;

/**
 * What tells a code that the record supports from one that only reads so, as numbers for {@link Confidence} to weigh: where the words come from and stand, how well they
 * fit, how many times it is said, what kind of code it is and what stands beside it. A trait that is not named is 0.
 */
final class Traits {
    private static final int MOST_MENTIONS = 3;
    private static final int MOST_WORDS = 4;
    private static final double RARE = 5;
    private static final double MOST_RARE = 2;

    /** Characters of a report rather than of a visit's note. */
    private static final int LONG = 900;

    /** Characters of the sentence that a report introduces the patient with. */
    private static final int OPENING = 350;

    /** Of several mentions the one that says most stands for the code. */
    private static final Comparator<Mention> STRONGEST =
            Comparator.comparingDouble(mention -> (mention.section() == SectionKind.ASSESSMENT ? 1 : 0)
                    + 0.45 * Math.min(MOST_WORDS, mention.words() - 1)
                    - mention.cost()
                    + (mention.source() == Source.STATUS ? 0.5 : mention.source() == Source.INDEX ? -0.9 : 0));

    private static final Map<String, Boolean> CHRONIC = new ConcurrentHashMap<>();

    private final Map<String, Double> values = new LinkedHashMap<>();

    private Traits() {}

    /**
     * @param title of the code
     * @param codes all codes of the note
     * @param excluded whether an Excludes1 note keeps it apart from another code of the note
     * @param share of the title's words that the sentences say
     * @param explained whether it is a symptom that is likely to be part of a disease which the note names
     * @param note that the mentions are of
     * @param isClinical whether a word is one of a term
     */
    static Map<String, Double> of(
            Candidate candidate,
            String title,
            Candidates codes,
            boolean explained,
            boolean excluded,
            double share,
            ReadNote note,
            Predicate<String> isClinical,
            Encounter encounter) {
        var traits = new Traits();
        traits.values.put("always", 1.0);
        candidate.mentions().stream().max(STRONGEST).ifPresent(traits::ofMention);
        traits.ofWordsBefore(candidate, note, isClinical);
        traits.ofCode(
                candidate,
                title.toLowerCase(Locale.ROOT),
                candidate.missing() != null && !PlainStatements.isOne(candidate, note),
                encounter);
        traits.ofNote(candidate, codes.all(), explained);
        traits.is("denied", codes.isDenied(candidate));
        traits.is("doubted", codes.isDoubted(candidate));
        traits.ofPlace(candidate, note);
        traits.values.put("title-said", share);
        traits.is("excluded", excluded);
        traits.is(
                "official-whole", share > 0.99 && candidate.mentions().stream().anyMatch(Traits::isWholeTerm));
        return traits.values;
    }

    private void ofMention(Mention mention) {
        is("source-" + mention.source().name().toLowerCase(Locale.ROOT), mention.source() != Source.EVERYDAY);
        is("section-" + mention.section().text(), true);
        values.put("words", (double) Math.min(MOST_WORDS, mention.words() - 1));
        values.put("cost", mention.cost());
        values.put("rare", Math.min(MOST_RARE, mention.value() / RARE));
        is("bare-word", mention.words() == 1 && isOfficial(mention.source()));
        is("uncertain", mention.assertion() == Assertion.UNCERTAIN || mention.assertion() == Assertion.CONSISTENT);
    }

    private void ofWordsBefore(Candidate candidate, ReadNote note, Predicate<String> isClinical) {
        is(
                "qualified",
                !candidate.mentions().isEmpty()
                        && candidate.mentions().stream().allMatch(mention -> note.isQualified(mention, isClinical)));
        for (var mention : candidate.mentions()) {
            Cue.before(note.reading(mention.sentence()), mention.first())
                    .ifPresent(cue -> is("cue-" + cue.text(), true));
        }
    }

    /** A report of prose first tells what was complained of and last what became of it. */
    private void ofPlace(Candidate candidate, ReadNote note) {
        var length = note.text().length();
        if (length < LONG) {
            return;
        }
        is("long", true);
        is("long-symptom", candidate.begins("R") && Symptoms.isSymptom(candidate.code()));
        candidate.mentions().stream().mapToInt(Mention::start).min().ifPresent(first -> {
            values.put("long-late", (double) first / length);
            is("long-opening", first < OPENING);
        });
    }

    /** The words of an official term, at least two, one behind the other. */
    private static boolean isWholeTerm(Mention mention) {
        return isOfficial(mention.source()) && mention.words() > 1 && mention.cost() < 0.5;
    }

    private static boolean isOfficial(Source source) {
        return source == Source.INDEX || source == Source.DESCRIPTION || source == Source.INCLUSION;
    }

    /** @param open whether what it leaves open makes it doubtful */
    private void ofCode(Candidate candidate, String title, boolean open, Encounter encounter) {
        var code = candidate.code();
        is(
                "narrowed",
                candidate.mentions().stream()
                        .noneMatch(mention -> mention.target().equals(code)));
        values.put("margin", candidate.margin());
        is("leaves-open", open);
        is("unspecified", title.contains("unspecified"));
        is("other", title.startsWith("other ") || title.contains("other specified"));
        is("kind-" + kind(code), true);
        var chronic = CHRONIC.computeIfAbsent(
                code, unseen -> ChronicConditions.shipped().why(code, title).isPresent());
        is("chronic", chronic);
        var named = candidate.mentions().stream()
                .anyMatch(mention ->
                        mention.source() == Source.EVERYDAY && mention.target().equals(code));
        is("named", named);
        is("named-unspecified", named && title.contains("unspecified"));
        is("named-open", named && open);
        is("chronic-unspecified", chronic && title.contains("unspecified"));
        is("inpatient", encounter.setting().isInpatient());
    }

    private static String kind(String code) {
        return switch (code.charAt(0)) {
            case 'R' -> Symptoms.isSymptom(code) ? "symptom" : "finding";
            case 'S', 'T' -> "injury";
            case 'V', 'W', 'X', 'Y' -> "external-cause";
            case 'Z' -> "status";
            case 'O', 'P' -> "birth";
            default -> Organisms.isOne(code) ? "organism" : "disease";
        };
    }

    private void ofNote(Candidate candidate, Collection<Candidate> beside, boolean explained) {
        values.put("said-again", (double)
                Math.max(0, Math.min(MOST_MENTIONS, candidate.mentions().size() - 1)));
        var concluded = isConcluded(candidate);
        var isSymptom = candidate.begins("R") && Symptoms.isSymptom(candidate.code());
        var added = isAdded(candidate);
        is("added", added);
        is("explained", explained && !concluded && !added);
        is(
                "symptom-beside-disease",
                isSymptom && !concluded && !added && beside.stream().anyMatch(Traits::isDisease));
        is("only-told", !concluded && !candidate.begins("Z") && beside.stream().anyMatch(Traits::isConcluded));
        var category = candidate.code().substring(0, 3);
        is("rival", beside.stream().anyMatch(other -> other != candidate && other.begins(category)));
    }

    /** Whether no words of the note led to it, but another code that must not stand alone. */
    private static boolean isAdded(Candidate candidate) {
        var category = candidate.code().substring(0, 3);
        return candidate.mentions().stream()
                .noneMatch(mention -> mention.target().startsWith(category));
    }

    private static boolean isDisease(Candidate candidate) {
        return !List.of('R', 'Z').contains(candidate.code().charAt(0));
    }

    private static boolean isConcluded(Candidate candidate) {
        return candidate.mentions().stream().anyMatch(mention -> mention.section() == SectionKind.ASSESSMENT);
    }

    private void is(String trait, boolean holds) {
        if (holds) {
            values.put(trait, 1.0);
        }
    }
}
