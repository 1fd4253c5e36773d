package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.notetext.NoteText;
import org.superbill.coding.notetext.Section;
import org.superbill.coding.notetext.SectionKind;
import org.superbill.coding.notetext.Sections;
import org.superbill.coding.notetext.Sentence;
import org.superbill.coding.notetext.Sentences;

/** Reads a note: sections, sentences, words, what is said of each, and every condition that is named. */
final class NoteReader {
    private static final int MASS_LASTS = 8;
    private static final Set<SectionKind> OF_BEFORE = EnumSet.of(SectionKind.PAST, SectionKind.SURGICAL);

    /** Between the codes of a term that has two: the disease and what it shows itself in. Source: Guidelines I.A.13. */
    private static final String ALSO = "\\+";

    private final Sections sections;
    private final Sentences sentences;
    private final Reader reader;
    private final Triggers triggers;
    private final Entries entries;
    private final Dictionary dictionary;
    private final Neoplasms neoplasms;
    private final Drugs drugs;
    private final Spelling spelling;

    NoteReader(
            Sections sections,
            Sentences sentences,
            Reader reader,
            Triggers triggers,
            Entries entries,
            Dictionary dictionary,
            Neoplasms neoplasms,
            Drugs drugs,
            Spelling spelling) {
        this.sections = sections;
        this.sentences = sentences;
        this.reader = reader;
        this.triggers = triggers;
        this.entries = entries;
        this.dictionary = dictionary;
        this.neoplasms = neoplasms;
        this.drugs = drugs;
        this.spelling = spelling;
    }

    /** @param year of the encounter */
    Read read(NoteText notes, int year) {
        var text = notes.text();
        var under = sections.of(notes);
        var all = new ArrayList<Sentence>();
        for (var section : under) {
            all.addAll(sentences.of(text, section));
        }
        var readings = new ArrayList<Reading>();
        for (var sentence : all) {
            var reading = spelled(
                    reader.read(text, sentence.start(), sentence.end(), OF_BEFORE.contains(sentence.section())));
            readings.add(reading);
        }
        var found = found(readings);
        var matches = new ArrayList<List<Dictionary.Match>>();
        var ofEntries = entries.of(text, all);
        var assertions = new ArrayList<Assertion[]>();
        for (var i = 0; i < readings.size(); i++) {
            var best = found.get(i).best();
            var said = said(readings.get(i), best, ofEntries[i], year);
            if (best.stream().anyMatch(match -> isHalfDenied(match, said))) {
                var whole = found.get(i).all().stream()
                        .filter(match -> !isHalfDenied(match, said))
                        .toList();
                best = Dictionary.best(whole, readings.get(i));
                assertions.add(said(readings.get(i), best, ofEntries[i], year));
            } else {
                assertions.add(said);
            }
            matches.add(best);
        }
        var note = new ReadNote(text, all, readings, matches, assertions);
        var mentions = new ArrayList<Mention>();
        for (var i = 0; i < matches.size(); i++) {
            for (var match : matches.get(i)) {
                var mention = mention(note, i, match);
                if (mention != null && !Vaccines.isName(mention, text)) {
                    for (var target : mention.target().split(ALSO)) {
                        mentions.add(mention.leadingTo(target));
                    }
                }
            }
        }
        return new Read(note, under, mentions);
    }

    /** A note and every condition that it names, in the order of the text. */
    record Read(ReadNote note, List<Section> sections, List<Mention> mentions) {}

    /** Whether a word is one of a term, and no ordinary one. */
    boolean isClinical(String word) {
        return word.length() > 2 && dictionary.knows(word) && !spelling.isOrdinary(word);
    }

    private Assertion[] said(Reading reading, List<Dictionary.Match> matches, @Nullable Assertion ofEntry, int year) {
        var said = triggers.assertions(reading, matches, year);
        if (ofEntry != null) {
            for (var i = 0; i < said.length; i++) {
                said[i] = ofEntry.compareTo(said[i]) > 0 ? ofEntry : said[i];
            }
        }
        return said;
    }

    /** What a sentence may name, and of what shares words the best. */
    private record Found(List<Dictionary.Match> all, List<Dictionary.Match> best) {}

    /** The words of what is half denied do not belong together: "embolism without right heart strain" is an embolism. */
    private static boolean isHalfDenied(Dictionary.Match match, Assertion[] said) {
        var denied = said[match.first()] == Assertion.NEGATED;
        return Arrays.stream(match.positions()).anyMatch(at -> (said[at] == Assertion.NEGATED) != denied);
    }

    private List<Found> found(List<Reading> readings) {
        var all = new ArrayList<Found>();
        Neoplasms.Site mass = null;
        for (var i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            var found = dictionary.candidates(reading);
            found.addAll(SharedHeads.of(dictionary, reading, found));
            found.addAll(neoplasms.find(reading, mass));
            var byDrugs = drugs.find(reading);
            found.addAll(byDrugs);
            var induced = drugs.induced(reading);
            if (induced != null) {
                dictionary.candidates(induced).stream()
                        .filter(match -> isOfInduced(match, induced))
                        .forEach(found::add);
            }
            var best = Dictionary.best(found, reading);
            if (induced != null) {
                byDrugs.stream()
                        .filter(drug -> !best.contains(drug) && isInInduced(drug, best, induced))
                        .forEach(best::add);
            }
            all.add(new Found(found, best));
            var row = neoplasms.mass(reading);
            if (row != null) {
                mass = new Neoplasms.Site(row, i);
            } else if (mass != null && i - mass.sentence() >= MASS_LASTS) {
                mass = null;
            }
        }
        return all;
    }

    private static boolean isOfInduced(Dictionary.Match match, Reading induced) {
        return Arrays.stream(match.positions())
                .anyMatch(at -> induced.get(at).word().equals("drug")
                        && !induced.get(at).plain().startsWith("drug"));
    }

    /** The drug of "pyrazinamide-induced hepatitis" is said too, though its word is one of the condition's term. */
    private static boolean isInInduced(Dictionary.Match drug, List<Dictionary.Match> matches, Reading induced) {
        return matches.stream()
                .filter(match -> isOfInduced(match, induced))
                .anyMatch(match -> match.first() <= drug.first() && match.last() >= drug.last());
    }

    private static @Nullable Mention mention(ReadNote note, int sentence, Dictionary.Match match) {
        var reading = note.reading(sentence);
        var said = note.assertions(sentence);
        var positions = match.positions();
        if (isHalfDenied(match, said)) {
            return null;
        }
        var assertion = said[positions[0]];
        for (var position : positions) {
            if (said[position].compareTo(assertion) > 0) {
                assertion = said[position];
            }
        }
        var start = Integer.MAX_VALUE;
        var end = 0;
        for (var position : positions) {
            start = Math.min(start, reading.get(position).start());
            end = Math.max(end, reading.get(position).end());
        }
        var section = note.sentences().get(sentence).section();
        return new Mention(
                match.term().target(),
                match.term().source(),
                match.term().path(),
                match.term().words().length,
                match.cost(),
                match.value(),
                start,
                end,
                section,
                section == SectionKind.FAMILY && assertion != Assertion.NEGATED ? Assertion.FAMILY : assertion,
                sentence,
                match.first(),
                match.last());
    }

    private Reading spelled(Reading reading) {
        var items = new ArrayList<Reading.Item>(reading.size());
        for (var item : reading.items()) {
            var meant = dictionary.knows(item.word()) ? null : spelling.corrected(item.word());
            items.add(
                    meant == null
                            ? item
                            : new Reading.Item(item.plain(), meant, item.start(), item.end(), item.cost()));
        }
        return new Reading(items);
    }
}
