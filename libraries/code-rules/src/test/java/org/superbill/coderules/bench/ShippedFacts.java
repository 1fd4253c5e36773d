package org.superbill.coderules.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.CodeSpan;
import org.superbill.coderules.facts.DiagnosisTable;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactTable;
import org.superbill.coderules.facts.TermTable;

/** The facts that ship with coding-service, read from its resources: ICD-10-CM 2026, HCPCS Level II, the tabular list and the lists of codes. */
final class ShippedFacts {
    private static final Path REFERENCE = Path.of(
            System.getProperty("superbill.root", "../.."), "coding-service", "src", "main", "resources", "reference");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 1);

    private ShippedFacts() {}

    static CodeFacts read() throws IOException {
        var editions = new ArrayList<Edition>();
        try (var files = Files.list(REFERENCE.resolve("facts"))) {
            for (var file : files.sorted().toList()) {
                editions.add(Edition.read(text(file)));
            }
        }
        var diagnoses =
                new DiagnosisTable(editions.stream().map(Edition::tabular).toList());
        eachCode("icd-10-cm-2026.tsv.gz", diagnoses::add);
        var hcpcs = new TermTable.Builder(Terminology.HCPCS);
        eachCode("hcpcs-2024.tsv.gz", hcpcs::add);
        return new FactTable(
                List.of(diagnoses.build(), hcpcs.build()),
                editions.stream().flatMap(edition -> edition.lists().stream()).toList());
    }

    /** The codes of the release in their order. */
    static void eachCode(String file, Consumer<CodeSpan> consumer) throws IOException {
        text(REFERENCE.resolve(file))
                .lines()
                .map(line -> line.split("\t", -1))
                .forEach(fields -> consumer.accept(new CodeSpan(
                        fields[0],
                        fields[1].equals("B"),
                        fields[3].isEmpty() ? fields[2] : fields[3],
                        FIRST_DAY,
                        null)));
    }

    private static String text(Path file) throws IOException {
        try (var stream = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
