package org.superbill.coding.cac;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes the compact forms of the CDC's terms that ship with this service: the Alphabetic Index, the inclusion terms of the Tabular List, the Neoplasm Table and the
 * Table of Drugs. All are works of the US government, in the public domain (17 U.S.C. 105).
 *
 * <p>Run it after the official files have changed: {@code TermImporter <folder of official files> <src/main/resources/reference>}.
 */
final class TermImporter {
    private static final int CELLS = 6;

    private TermImporter() {}

    /** @param args the folder of the official files, and the folder to write to */
    public static void main(String[] args) throws IOException, XMLStreamException {
        var official = Path.of(args[0]).resolve("icd10");
        var target = Path.of(args[1]);
        write(target.resolve("icd-10-cm-index.tsv.gz"), index(official.resolve("cdc_2025_index.csv.gz")));
        write(
                target.resolve("icd-10-cm-inclusion-terms.tsv.gz"),
                inclusionTerms(official.resolve("cdc_2021_tabular.xml.gz")));
        write(target.resolve("icd-10-cm-neoplasms.tsv.gz"), table(official.resolve("cdc_april_2026_neoplasm.xml.gz")));
        write(target.resolve("icd-10-cm-drugs.tsv.gz"), table(official.resolve("cdc_april_2026_drug.xml.gz")));
    }

    /** Level, term, see, code. */
    private static List<String> index(Path csv) throws IOException {
        try (var rows =
                CsvReader.builder().ofNamedCsvRecord(new BufferedReader(new InputStreamReader(unzipped(csv), UTF_8)))) {
            return rows.stream()
                    .map(row -> String.join(
                            "\t",
                            row.getField("Level"),
                            plain(row.getField("Term")),
                            plain(row.getField("See")),
                            row.getField("Code").replace(".", "")))
                    .toList();
        }
    }

    /** Code, term. */
    private static List<String> inclusionTerms(Path xml) throws IOException, XMLStreamException {
        var lines = new ArrayList<String>();
        var codes = new ArrayDeque<String>();
        var inTerms = false;
        var reader = open(xml);
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "diag" -> codes.push("");
                    case "name" -> {
                        if (!codes.isEmpty()) {
                            codes.pop();
                            codes.push(reader.getElementText().replace(".", ""));
                        }
                    }
                    case "inclusionTerm", "includes" -> inTerms = true;
                    case "note" -> {
                        if (inTerms && !codes.isEmpty()) {
                            lines.add(codes.peek() + "\t" + plain(reader.getElementText()));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "diag" -> codes.pop();
                    case "inclusionTerm", "includes" -> inTerms = false;
                    default -> {}
                }
            }
        }
        return lines;
    }

    /** The path of the term, parted by {@code >}, and the six codes of its row; empty where the table has none. */
    private static List<String> table(Path xml) throws IOException, XMLStreamException {
        var lines = new ArrayList<String>();
        var path = new ArrayDeque<String>();
        var cells = new ArrayDeque<TreeMap<Integer, String>>();
        var reader = open(xml);
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "mainTerm", "term" -> {
                        flush(path, cells, lines);
                        path.addLast("");
                        cells.addLast(new TreeMap<>());
                    }
                    case "title" -> {
                        if (!path.isEmpty()) {
                            path.removeLast();
                            path.addLast(title(reader));
                        }
                    }
                    case "cell" -> {
                        var column = Integer.parseInt(reader.getAttributeValue(null, "col"));
                        cells.getLast().put(column, code(reader.getElementText()));
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && (reader.getLocalName().equals("mainTerm")
                            || reader.getLocalName().equals("term"))) {
                flush(path, cells, lines);
                path.removeLast();
                cells.removeLast();
            }
        }
        return lines;
    }

    /** Writes a row once, when the row under it begins or when it ends. */
    private static void flush(ArrayDeque<String> path, ArrayDeque<TreeMap<Integer, String>> cells, List<String> lines) {
        if (path.isEmpty() || cells.getLast().isEmpty()) {
            return;
        }
        var row = new StringBuilder(String.join(" > ", path));
        for (var column = 2; column < 2 + CELLS; column++) {
            row.append('\t').append(cells.getLast().getOrDefault(column, ""));
        }
        lines.add(row.toString());
        cells.getLast().clear();
    }

    /** The title without its round brackets, which hold words that may be missing. */
    private static String title(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        var depth = 1;
        while (depth > 0) {
            var event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS && depth == 1) {
                text.append(reader.getText());
            }
        }
        return plain(text.toString());
    }

    private static String code(String cell) {
        var code = cell.strip().replace(".", "").replace("-", "");
        return code.matches("[A-Z][0-9A-Z]+") ? code : "";
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static XMLStreamReader open(Path xml) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(unzipped(xml), UTF_8.name());
    }

    private static InputStream unzipped(Path gz) throws IOException {
        return new GZIPInputStream(Files.newInputStream(gz));
    }

    private static void write(Path gz, List<String> lines) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
        }
    }
}
