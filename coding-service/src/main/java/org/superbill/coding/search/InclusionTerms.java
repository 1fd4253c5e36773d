package org.superbill.coding.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * The inclusion terms of the Tabular List of fiscal year 2021 (CDC/NCHS, public domain), as names to search by: each line a code in stored form, a tab, a term. Terms
 * seldom change their code, and a code that is gone is not found by them.
 *
 * <p>To make the resource anew: {@code InclusionTerms <cdc_2021_tabular.xml.gz> <src/main/resources/search/inclusion-terms.tsv.gz>}.
 */
public final class InclusionTerms {
    private static final String RESOURCE = "/search/inclusion-terms.tsv.gz";

    private InclusionTerms() {}

    static void each(BiConsumer<String, String> consumer) {
        try (var resource = InclusionTerms.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("This build lacks its resource " + RESOURCE);
            }
            new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), UTF_8))
                    .lines()
                    .map(line -> line.split("\t"))
                    .forEach(fields -> consumer.accept(fields[0], fields[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param args the official file, and the resource to write */
    public static void main(String[] args) throws IOException, XMLStreamException {
        try (var tabular = new GZIPInputStream(Files.newInputStream(Path.of(args[0])));
                var out =
                        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(Path.of(args[1]))), UTF_8)) {
            for (var line : read(tabular)) {
                out.write(line + "\n");
            }
        }
    }

    /** In {@code diag} elements the first {@code name} is the code; the notes of {@code inclusionTerm} are its terms. */
    static List<String> read(InputStream tabular) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(tabular);
        var lines = new ArrayList<String>();
        var code = "";
        var isTerm = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("inclusionTerm")) {
                isTerm = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "name" -> code = xml.getElementText().replace(".", "");
                    case "inclusionTerm" -> isTerm = true;
                    case "note" -> {
                        var text = xml.getElementText().replaceAll("\\s+", " ").strip();
                        if (isTerm) {
                            lines.add(code + "\t" + text);
                        }
                    }
                    default -> {}
                }
            }
        }
        return lines;
    }
}
