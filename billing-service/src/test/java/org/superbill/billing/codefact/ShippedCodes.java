package org.superbill.billing.codefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.facts.CodeSpan;
import org.superbill.coderules.facts.SpanLine;

/** What ships with coding-service, as it publishes it: ICD-10-CM 2026, HCPCS Level II, the tabular list and the lists of codes. */
public final class ShippedCodes {
    private static final Path REFERENCE = Path.of(
            System.getProperty("superbill.root", ".."), "coding-service", "src", "main", "resources", "reference");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 1);

    private ShippedCodes() {}

    public static CodeFacts read() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        files.put("spans-icd-10-cm", spans("icd-10-cm-2026.tsv.gz"));
        files.put("spans-hcpcs", spans("hcpcs-2024.tsv.gz"));
        try (var editions = Files.list(REFERENCE.resolve("facts"))) {
            for (var edition : editions.toList()) {
                files.put(
                        "edition-" + edition.getFileName().toString().replace(".tsv.gz", ""),
                        Files.readAllBytes(edition));
            }
        }
        var names = files.keySet().stream()
                .map(name -> new FactFile(name, "shipped"))
                .toList();
        return new FactReading(names, files::get).facts();
    }

    private static byte[] spans(String release) {
        var bytes = new ByteArrayOutputStream();
        try (var in = new GZIPInputStream(Files.newInputStream(REFERENCE.resolve(release)));
                var zip = new GZIPOutputStream(bytes)) {
            zip.write(new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> SpanLine.write(span(line.split("\t", -1))))
                    .collect(Collectors.joining())
                    .getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static CodeSpan span(String[] fields) {
        return new CodeSpan(
                fields[0], fields[1].equals("B"), fields[3].isEmpty() ? fields[2] : fields[3], FIRST_DAY, null);
    }
}
