package org.superbill.coding.codeindex;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the index files of the CDC: {@code mainTerm} and nested {@code term} elements with {@code title} (in it {@code nemod}, the nonessential modifiers),
 * {@code code}, {@code manif}, {@code see}, {@code seecat}, {@code subcat}, {@code seeAlso}, and in the tables {@code cell} elements by column. Source: the XML schema that CDC/NCHS
 * publishes with the files.
 */
final class IndexXml {
    /** The first column of a table with codes; the one before it has the titles. */
    private static final int FIRST_COLUMN = 2;

    private static final int DEEPEST = 20;

    private final XMLStreamReader xml;
    private final CodeIndexTable table;
    private final List<IndexTerm> terms = new ArrayList<>();

    private IndexXml(XMLStreamReader xml, CodeIndexTable table) {
        this.xml = xml;
        this.table = table;
    }

    /** In the order of the file, a term before its subterms. */
    static List<IndexTerm> read(InputStream file, CodeIndexTable table) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var reading = new IndexXml(factory.createXMLStreamReader(file), table);
        reading.letters();
        return reading.terms;
    }

    private void letters() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("mainTerm")) {
                term(0);
            }
        }
    }

    private void term(int level) throws XMLStreamException {
        if (level > DEEPEST) {
            throw new XMLStreamException("Terms are nested deeper than any index has them", xml.getLocation());
        }
        var place = terms.size();
        terms.add(new IndexTerm(level, "", "", null, null, List.of()));
        var term = new Open(level, table.columns().size());
        var own = xml.getLocalName();
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(own))) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                element(term, level);
            }
        }
        terms.set(place, term.done());
    }

    private void element(Open term, int level) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "title" -> title(term);
            case "code" -> term.code(text());
            case "manif" -> manifestation(term);
            case "cell" -> {
                var column = Integer.parseInt(xml.getAttributeValue(null, "col"));
                term.cell(column - FIRST_COLUMN, text());
            }
            case "see" -> term.see = joined(term.see, text());
            case "seecat" -> term.see = joined(term.see, "category " + text());
            case "subcat" -> term.see = joined(term.see, "subcategory " + text());
            case "seeAlso" -> term.seeAlso = joined(term.seeAlso, text());
            case "term" -> term(level + 1);
            default -> text();
        }
    }

    /** The second of two codes; in the tables, words that are not needed. */
    private void manifestation(Open term) throws XMLStreamException {
        var text = text();
        if (table.columns().isEmpty()) {
            term.code(text);
        }
    }

    private void title(Open term) throws XMLStreamException {
        var depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS ->
                    (depth > 1 ? term.modifiers : term.title).append(' ').append(xml.getText());
                default -> {}
            }
        }
    }

    /** All text of the element, which ends here. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        var depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                default -> {}
            }
        }
        return plain(text);
    }

    private static String joined(@Nullable String before, String more) {
        return before == null ? more : before + "; " + more;
    }

    private static String plain(CharSequence text) {
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /** A term whose end has not come yet. */
    private static final class Open {
        private static final Map<String, String> NONE = Map.of("-", "", "--", "");

        private final int level;
        private final StringBuilder title = new StringBuilder();
        private final StringBuilder modifiers = new StringBuilder();
        private final List<String> codes = new ArrayList<>();
        private @Nullable String see;
        private @Nullable String seeAlso;

        Open(int level, int columns) {
            this.level = level;
            for (var i = 0; i < columns; i++) {
                codes.add("");
            }
        }

        void code(String code) {
            codes.add(code);
        }

        void cell(int column, String code) throws XMLStreamException {
            if (column < 0 || column >= codes.size()) {
                throw new XMLStreamException("A cell of a column that the table does not have");
            }
            codes.set(column, NONE.getOrDefault(code, code));
        }

        IndexTerm done() {
            return new IndexTerm(level, plain(title).replace(" ,", ","), plain(modifiers), see, seeAlso, codes);
        }
    }
}
