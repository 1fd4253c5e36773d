package org.superbill.coding.suggestion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.coding.cac.Evidence;
import org.superbill.coding.cac.Quotations;
import org.superbill.coding.notetext.NoteText;
import org.superbill.coding.notetext.Section;
import org.superbill.coding.notetext.SectionKind;
import org.superbill.coding.visit.Span;

/**
 * Between the one text that all notes of a visit are read as and the places in each note as it was sent.
 *
 * @param sections of the text, in its order
 */
record NotePlaces(NoteText text, List<Section> sections) {

    /** Where each note stands in the text. */
    List<Span> notes() {
        return IntStream.range(0, text.starts().length)
                .mapToObj(note -> new Span(text.starts()[note], text.end(note)))
                .toList();
    }

    List<Span> spans(List<Evidence> evidence) {
        return evidence.stream()
                .map(place ->
                        new Span(text.offset(place.note(), place.start()), text.offset(place.note(), place.end())))
                .toList();
    }

    /** In the order of the notes; what reaches over several is a place in each. */
    List<Evidence> evidence(List<Span> said) {
        return said.stream()
                .flatMap(this::inEachNote)
                .distinct()
                .sorted(Comparator.comparingInt(Evidence::note).thenComparingInt(Evidence::start))
                .toList();
    }

    /** The same as a query can quote it. */
    List<Evidence> quoted(List<Span> said) {
        return evidence(said.stream()
                .map(place -> Quotations.of(text.text(), place.start(), place.end()))
                .map(quotation -> new Span(quotation.start(), quotation.end()))
                .toList());
    }

    private Stream<Evidence> inEachNote(Span said) {
        return IntStream.rangeClosed(text.note(said.start()), text.note(said.end() - 1))
                .mapToObj(note ->
                        new Span(Math.max(said.start(), text.starts()[note]), Math.min(said.end(), text.end(note))))
                .filter(part -> part.end() > part.start())
                .map(this::place);
    }

    private Evidence place(Span said) {
        return new Evidence(
                text.note(said.start()),
                text.origin(said.start()),
                text.origin(said.end() - 1) + 1,
                text.text().substring(said.start(), said.end()),
                section(said).text());
    }

    /** A heading is of the section that it opens. */
    private SectionKind section(Span said) {
        return sections.stream()
                .filter(section -> section.end() > said.start())
                .findFirst()
                .map(Section::kind)
                .orElse(SectionKind.NARRATIVE);
    }
}
