package org.superbill.billing.codefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.DiagnosisTable;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactTable;
import org.superbill.coderules.facts.SpanLine;
import org.superbill.coderules.facts.TabularList;
import org.superbill.coderules.facts.TermTable;

/** Makes the facts in memory of the files; as coding-service makes its own of what it has published. */
final class FactReading {
    /** Those that the lines and diagnoses of the claims of this service are written in. */
    static final List<Terminology> TERMINOLOGIES =
            List.of(Terminology.ICD_10_CM, Terminology.HCPCS, Terminology.CPT, Terminology.MODIFIER);

    private final List<FactFile> files;
    private final Function<String, byte[]> content;

    /** @param content compressed, by name */
    FactReading(List<FactFile> files, Function<String, byte[]> content) {
        this.files = files;
        this.content = content;
    }

    /** Whether the file is read at all. */
    static boolean wants(FactFile file) {
        return file.isEdition()
                || TERMINOLOGIES.stream()
                        .flatMap(terminology -> terminology.systems().stream())
                        .anyMatch(system -> FactFile.ofSystem(system).equals(file.name()));
    }

    /** {@link CodeFacts#NONE} while there is no file. */
    CodeFacts facts() {
        if (files.isEmpty()) {
            return CodeFacts.NONE;
        }
        var editions =
                files.stream().filter(FactFile::isEdition).map(this::edition).toList();
        var lists = new ArrayList<CodeList>();
        editions.forEach(edition -> lists.addAll(edition.lists()));
        return new FactTable(tables(editions.stream().map(Edition::tabular).toList()), lists);
    }

    /** A terminology of which a system has not been loaded says nothing: what is missing there may be in the other. */
    private List<TermTable> tables(List<TabularList> tabular) {
        var names = files.stream().map(FactFile::name).collect(Collectors.toSet());
        return TERMINOLOGIES.stream()
                .filter(terminology -> isComplete(terminology, names))
                .map(terminology -> terminology == Terminology.ICD_10_CM ? diagnoses(tabular) : terms(terminology))
                .toList();
    }

    private static boolean isComplete(Terminology terminology, Set<String> names) {
        return terminology.systems().stream().map(FactFile::ofSystem).allMatch(names::contains);
    }

    private TermTable diagnoses(List<TabularList> tabular) {
        var table = new DiagnosisTable(tabular);
        eachLine(Terminology.ICD_10_CM, line -> table.add(SpanLine.read(line)));
        return table.build();
    }

    private TermTable terms(Terminology terminology) {
        var table = new TermTable.Builder(terminology);
        eachLine(terminology, line -> table.add(SpanLine.read(line)));
        return table.build();
    }

    /** What reads a line. */
    private interface Lines {
        void read(String line);
    }

    private void eachLine(Terminology terminology, Lines lines) {
        for (var system : terminology.systems()) {
            try (var reader = reader(FactFile.ofSystem(system))) {
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.read(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Edition edition(FactFile file) {
        try (var reader = reader(file.name())) {
            return Edition.read(reader.lines().collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader reader(String name) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(content.apply(name))), UTF_8));
    }
}
