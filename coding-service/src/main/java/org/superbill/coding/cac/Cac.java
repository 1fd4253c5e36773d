package org.superbill.coding.cac;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import opennlp.tools.sentdetect.SentenceModel;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;
import org.superbill.coding.notetext.SectionKind;
import org.superbill.coding.notetext.Sections;
import org.superbill.coding.notetext.Sentences;

/**
 * The engine for one release of ICD-10-CM. It is made once, holds its terms in memory and may be asked by any number of threads. It knows neither network nor
 * clock, and nothing of a note outlives the call.
 */
public final class Cac {
    private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    /** Of two of so little difference neither is the surer one. */
    private static final double AS_SURE = 0.1;

    /** Of what is said so vaguely that hardly any of it is there nobody is asked. */
    private static final double WORTH_ASKING = 0.15;

    private final CodeBook book;
    private final NoteReader notes;
    private final Guidelines guidelines;
    private final Confidence confidence = Confidence.shipped();
    private final Exclusions exclusions;

    /** With the terms that ship with this build. */
    public Cac(CodeBook book) {
        this(book, OfficialTerms.shipped());
    }

    public Cac(CodeBook book, OfficialTerms terms) {
        this.book = book;
        this.exclusions = Exclusions.of(terms);
        var reader = Reader.shipped();
        var dictionary = Terms.of(book, reader, terms);
        this.notes = new NoteReader(
                new Sections(DataFile.rows("cac/sections.tsv")),
                new Sentences(model()),
                reader,
                Triggers.shipped(),
                Entries.shipped(),
                dictionary,
                new Neoplasms(reader, terms.neoplasms(), new Morphologies(reader, terms.index())),
                new Drugs(reader, terms.drugs()),
                new Spelling(dictionary.vocabulary(), Terms.ordinaryWords()));
        this.guidelines = new Guidelines(book, new Specifier(book, reader), Past.shipped(), Symptoms.shipped());
    }

    private static SentenceModel model() {
        try (var in = Cac.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new FileNotFoundException("No sentence model " + MODEL);
            }
            return new SentenceModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The label of the release that the codes are of. */
    public String release() {
        return book.release();
    }

    /**
     * @param text all notes of the encounter: what one leaves open another may say
     * @param threshold the least confidence, 0 to 1, at which a code is proposed; below it the engine abstains
     * @param learned what an organization's coders have accepted and rejected: a change of the score by code, see {@link Learned}
     */
    public Suggested suggest(NoteText text, Encounter encounter, double threshold, Learned learned) {
        var read = notes.read(text, encounter.on().getYear());
        var codes = guidelines.apply(read.note(), read.mentions(), encounter);
        var proposals = new ArrayList<Judged>();
        var abstentions = new ArrayList<Abstention>();
        for (var judged : judged(read.note(), codes, encounter, learned)) {
            var candidate = judged.candidate();
            if (judged.confidence() < threshold) {
                abstentions.add(thin(text, judged));
                continue;
            }
            var rival = proposals.stream()
                    .filter(other -> exclusions.keepsApart(other.candidate().code(), candidate.code()))
                    .findFirst();
            if (rival.isEmpty()) {
                proposals.add(judged);
                continue;
            }
            var kept = rival.get();
            if (isMoreSpecific(judged, kept)) {
                proposals.removeIf(
                        other -> exclusions.keepsApart(other.candidate().code(), candidate.code()));
                proposals.add(judged);
                abstentions.add(keptApart(text, kept.candidate(), kept.confidence(), candidate));
            } else {
                abstentions.add(keptApart(text, candidate, judged.confidence(), kept.candidate()));
            }
        }
        for (var withheld : codes.withheld()) {
            var reason = withheld.withheld() == null ? "" : withheld.withheld();
            abstentions.add(abstention(
                    text,
                    withheld,
                    confidence.of(traits(withheld, codes, read.note(), encounter)),
                    reason,
                    withheld.missing() == null ? "whether the condition is confirmed" : withheld.missing(),
                    true));
        }
        proposals.sort(Comparator.comparingInt(Judged::group)
                .thenComparingInt(Judged::firstAt)
                .thenComparing(ranked -> !ranked.candidate().begins("U07"))); // Guidelines I.C.1.g.1.a
        return new Suggested(
                proposals.stream()
                        .map(ranked -> {
                            guidelines.tellFromNeighbours(ranked.candidate(), codes, read.note());
                            return proposal(text, ranked.candidate(), ranked.confidence());
                        })
                        .toList(),
                abstentions,
                read.sections());
    }

    /** Where two that are kept apart are about as sure, the one that says which disease it is stays. */
    private boolean isMoreSpecific(Judged later, Judged kept) {
        return kept.confidence() - later.confidence() <= AS_SURE
                && isUnspecified(kept.candidate().code())
                && !isUnspecified(later.candidate().code());
    }

    private boolean isUnspecified(String code) {
        return Symptoms.isSymptom(code) || book.title(code).contains("unspecified");
    }

    private Abstention thin(NoteText text, Judged judged) {
        return abstention(
                text,
                judged.candidate(),
                judged.confidence(),
                "The evidence is too thin to propose it",
                "a clear statement of the condition",
                judged.confidence() >= WORTH_ASKING);
    }

    private Abstention keptApart(NoteText text, Candidate candidate, double confidence, Candidate kept) {
        return abstention(
                text,
                candidate,
                confidence,
                "Guidelines I.A.12.a: an Excludes1 note keeps it apart from " + kept.code()
                        + ", which the record supports better",
                "whether the two conditions are unrelated",
                true);
    }

    /** The surest first: of two that an Excludes1 note keeps apart it stays. */
    private List<Judged> judged(ReadNote note, Candidates codes, Encounter encounter, Learned learned) {
        return codes.all().stream()
                .map(candidate -> new Judged(
                        candidate,
                        learned.adjusted(
                                "icd-10-cm",
                                candidate.code(),
                                confidence.of(traits(candidate, codes, note, encounter)))))
                .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
                .toList();
    }

    /** For fitting the confidence: every candidate, and its traits. */
    void each(NoteText text, Encounter encounter, BiConsumer<Candidate, Map<String, Double>> consumer) {
        var read = notes.read(text, encounter.on().getYear());
        var codes = guidelines.apply(read.note(), read.mentions(), encounter);
        codes.all().forEach(candidate -> consumer.accept(candidate, traits(candidate, codes, read.note(), encounter)));
    }

    /** Every term that a text has. */
    List<Mention> mentions(String text) {
        return notes.read(NoteText.of(text, NoteFormat.TEXT), Integer.MAX_VALUE).mentions();
    }

    /**
     * The conditions that a text names, whatever it says of them, in its order: by the titles of the codes, the Alphabetic Index, the inclusion terms and our own list
     * of clinical language. What brings a patient (chapter 21) and what caused an injury (chapter 20) is no condition.
     */
    public List<NamedCondition> conditions(String text) {
        return mentions(text).stream()
                .filter(mention -> !mention.target().startsWith("Z") && !Anatomy.isExternalCause(mention.target()))
                .map(mention -> new NamedCondition(
                        mention.target(), text.substring(mention.start(), mention.end()), mention.assertion()))
                .toList();
    }

    private Map<String, Double> traits(Candidate candidate, Candidates codes, ReadNote note, Encounter encounter) {
        return Traits.of(
                candidate,
                book.text(candidate.code()),
                codes,
                guidelines.isExplained(candidate, codes),
                codes.all().stream()
                        .anyMatch(other -> other != candidate && exclusions.keepsApart(candidate.code(), other.code())),
                guidelines.share(candidate, note),
                note,
                notes::isClinical,
                encounter);
    }

    /** Principal first: what is concluded, then what else is present, then statuses and causes. */
    private record Judged(Candidate candidate, double confidence) {
        int group() {
            var code = candidate.code();
            if (isPoisoning(code)) {
                return -1;
            }
            if (Anatomy.isExternalCause(code)) {
                return 5;
            }
            if (code.startsWith("Z") && !code.startsWith("Z0") && !code.startsWith("Z38") && !code.startsWith("Z51")) {
                return 4;
            }
            if (code.startsWith("B95") || code.startsWith("B96") || code.startsWith("R652")) {
                return 3;
            }
            return candidate.mentions().stream().anyMatch(mention -> mention.section() == SectionKind.ASSESSMENT)
                    ? 0
                    : code.startsWith("R") ? 2 : 1;
        }

        /** Guidelines I.C.19.e.5.b: the poisoning first, then what it did. */
        private static boolean isPoisoning(String code) {
            return code.length() == 7
                    && code.compareTo("T36") >= 0
                    && code.compareTo("T66") < 0
                    && code.charAt(5) >= '1'
                    && code.charAt(5) <= '4';
        }

        int firstAt() {
            return candidate.mentions().stream().mapToInt(Mention::start).min().orElse(0);
        }
    }

    private Proposal proposal(NoteText text, Candidate candidate, double confidence) {
        return new Proposal(
                "icd-10-cm",
                candidate.code(),
                book.text(candidate.code()),
                rounded(confidence),
                evidence(text, candidate),
                candidate.reasons(),
                candidate.mentions().isEmpty()
                        ? ""
                        : candidate.mentions().get(0).source().citation(),
                candidate.missing());
    }

    /** @param asked whether it is worth a question; what caused an injury, or which organism grew, never is */
    private Abstention abstention(
            NoteText text, Candidate candidate, double confidence, String reason, String missing, boolean asked) {
        var quoted = quoted(text, candidate);
        return new Abstention(
                candidate.code(),
                book.text(candidate.code()),
                rounded(confidence),
                evidence(text, candidate),
                reason,
                missing,
                quoted,
                asked && !Anatomy.isExternalCause(candidate.code()) && !Organisms.isOne(candidate.code())
                        ? QueryDraft.text(quoted, missing).orElse(null)
                        : null);
    }

    private static List<Evidence> quoted(NoteText text, Candidate candidate) {
        return candidate.mentions().stream()
                .sorted(Comparator.comparingInt(Mention::start))
                .map(mention -> {
                    var quotation = Quotations.of(text.text(), mention.start(), mention.end());
                    return evidence(text, mention, quotation.start(), quotation.end());
                })
                .distinct()
                .toList();
    }

    private static List<Evidence> evidence(NoteText text, Candidate candidate) {
        return candidate.mentions().stream()
                .sorted(Comparator.comparingInt(Mention::start))
                .map(mention -> evidence(text, mention, mention.start(), mention.end()))
                .distinct()
                .toList();
    }

    private static Evidence evidence(NoteText text, Mention mention, int start, int end) {
        return new Evidence(
                text.note(start),
                text.origin(start),
                text.origin(end - 1) + 1,
                text.text().substring(start, end),
                mention.section().text());
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 1000) / 1000.0;
    }

    /** Learned changes of the score, by {@link #key}: numbers of two systems may look alike. */
    public record Learned(Map<String, Double> logOdds) {
        public static final Learned NOTHING = new Learned(Map.of());

        /** @param code stored form */
        public static String key(String system, String code) {
            return system + " " + code;
        }

        public double adjusted(String system, String code, double confidence) {
            var change = logOdds.get(key(system, code));
            if (change == null) {
                return confidence;
            }
            var odds = Math.log(confidence / (1 - confidence)) + change;
            return 1 / (1 + Math.exp(-odds));
        }
    }
}
