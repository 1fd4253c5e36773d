package org.superbill.coding.codefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.superbill.coderules.facts.Edition;
import org.superbill.coding.codefile.FileLoad;

/**
 * Makes the editions of facts that ship with this service of the official files.
 *
 * <p>Run it after the official files have changed: {@code ReferenceFacts <folder of official files> <src/main/resources/reference/facts>}.
 */
public final class ReferenceFacts {
    /** Where the files lie under the folder of official files. */
    static final List<String> OFFICIAL = List.of(
            "icd10/cdc_2021_tabular.xml.gz",
            "icd10/cdc_2026_poa_exempt.txt.gz",
            "cms/mce_v37_fy2020_simple_edits.txt.gz",
            "cms/mce_v41_1_fy2024.csv.gz");

    private ReferenceFacts() {}

    /** @param args the folder of the official files, and the folder to write to */
    public static void main(String[] args) throws IOException {
        var target = Path.of(args[1]);
        Files.createDirectories(target);
        for (var edition : make(Path.of(args[0]))) {
            var file = target.resolve("%s-%s.tsv.gz".formatted(edition.kind(), edition.label()));
            try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(edition.text().getBytes(UTF_8));
            }
        }
    }

    static List<Edition> make(Path official) throws IOException {
        var load = new FileLoad(null, null, false);
        var editions = new ArrayList<Edition>();
        for (var file : OFFICIAL) {
            editions.add(kind(file).read(official.resolve(file), load));
        }
        return editions;
    }

    /** None of them touches the database while it reads. */
    @SuppressWarnings("NullAway")
    private static FactFile kind(String file) {
        var name = Path.of(file).getFileName().toString();
        if (name.endsWith(".xml.gz")) {
            return new TabularXmlFile(null);
        }
        if (name.contains("poa_exempt")) {
            return new PoaExemptFile(null);
        }
        return name.endsWith(".csv.gz") ? new EditorConflictFile(null) : new EditorEditsFile(null);
    }
}
