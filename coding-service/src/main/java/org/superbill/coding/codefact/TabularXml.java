package org.superbill.coding.codefact;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.facts.FactRow;

/** Reads the tabular list: chapters, in them sections (blocks), in them codes in codes, each with its notes. Streamed; nothing outside of the file is read. */
final class TabularXml {
    private static final Map<String, NoteKind> NOTES = Map.of(
            "includes", NoteKind.INCLUDES,
            "inclusionTerm", NoteKind.INCLUSION_TERM,
            "excludes1", NoteKind.EXCLUDES1,
            "excludes2", NoteKind.EXCLUDES2,
            "codeFirst", NoteKind.CODE_FIRST,
            "useAdditionalCode", NoteKind.USE_ADDITIONAL,
            "codeAlso", NoteKind.CODE_ALSO,
            "notes", NoteKind.NOTE,
            "sevenChrNote", NoteKind.SEVENTH_CHARACTER_NOTE);

    private final XMLStreamReader xml;
    private final List<FactRow> rows = new ArrayList<>();
    /** The names of the elements that are open. */
    private final Deque<String> open = new ArrayDeque<>();
    /** The entries that are open, the innermost last. */
    private final Deque<String> subjects = new ArrayDeque<>();

    private String version = "";

    private TabularXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @param version as the file says, e.g. {@code 2021}; empty when it does not */
    record Read(String version, List<FactRow> rows) {}

    static Read read(InputStream stream) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reading = new TabularXml(factory.createXMLStreamReader(stream));
        reading.all();
        return new Read(reading.version, reading.rows);
    }

    private void all() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {}
            }
        }
    }

    /** Elements that hold text alone are read here to their end. */
    private void start(String name) throws XMLStreamException {
        var parent = open.isEmpty() ? "" : open.getLast();
        switch (name) {
            case "version" -> version = text();
            case "name" -> subjects.addLast(text().replace(".", ""));
            case "desc" -> entry(parent);
            case "note" -> note(parent);
            case "extension" -> seventhCharacter();
            case "section" -> {
                subjects.addLast(xml.getAttributeValue(null, "id"));
                open.addLast(name);
            }
            default -> open.addLast(name);
        }
    }

    private void end(String name) {
        if (name.equals("chapter") || name.equals("section") || name.equals("diag")) {
            subjects.removeLast();
        }
        open.removeLast();
    }

    private void entry(String parent) throws XMLStreamException {
        var fact = switch (parent) {
            case "chapter" -> FactRow.CHAPTER;
            case "section" -> FactRow.BLOCK;
            default -> FactRow.CODE;
        };
        add(fact, text());
    }

    private void note(String parent) throws XMLStreamException {
        var text = text();
        var kind = NOTES.get(parent);
        if (kind != null && !subjects.isEmpty() && !text.isEmpty()) {
            add(kind.id(), text);
        }
    }

    private void seventhCharacter() throws XMLStreamException {
        var character = xml.getAttributeValue(null, "char");
        add(NoteKind.SEVENTH_CHARACTER.id(), character + " " + text());
    }

    private void add(String fact, String detail) {
        rows.add(new FactRow(subjects.getLast(), fact, detail));
    }

    /** In one line: line ends and double blanks are how the file was made, not what it says. */
    private String text() throws XMLStreamException {
        return xml.getElementText().replaceAll("\\s+", " ").strip();
    }
}
