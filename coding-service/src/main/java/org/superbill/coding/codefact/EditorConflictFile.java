package org.superbill.coding.codefact;

import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.Edition;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.Packing;

/** The Medicare Code Editor's sex, age and manifestation conflicts as a table; the version is in the file's name. */
@Singleton
class EditorConflictFile extends FactFile {
    private static final String HEADER = "icd_code,icd_description,icd_conflict_group,icd_conflict_rule";

    /** By the beginning of the rule's name. */
    private static final Map<String, CodeListKind> RULES = Map.of(
            "Female", CodeListKind.FEMALE_ONLY,
            "Male", CodeListKind.MALE_ONLY,
            "Perinatal", CodeListKind.NEWBORN,
            "Pediatric", CodeListKind.PEDIATRIC,
            "Maternity", CodeListKind.MATERNITY,
            "Adult", CodeListKind.ADULT,
            "Manifestation", CodeListKind.MANIFESTATION);

    private static final Pattern FIRST_WORD = Pattern.compile("^[A-Za-z]+");
    private static final Pattern AGES = Pattern.compile("\\(Ages? ([0-9]+(?:-[0-9]+)?)(?: Only)?\\)");

    EditorConflictFile(FactEditions editions) {
        super(editions);
    }

    @Override
    public String kind() {
        return CodeEditor.KIND + "-conflicts";
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.header().equals(HEADER);
    }

    @Override
    Edition read(Path file, FileLoad load) throws IOException {
        var release = release(load, CodeEditor.ofName(file));
        var lists = new CodeEditor.Lists();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Packing.openText(file))) {
            for (var row : rows) {
                var rule = row.getField("icd_conflict_rule");
                var code = Terminology.ICD_10_CM.stored(row.getField("icd_code"));
                var word = FIRST_WORD.matcher(rule);
                var list = word.find() ? RULES.get(word.group()) : null;
                if (list == null || !Terminology.ICD_10_CM.accepts(code)) {
                    throw invalid(row.getStartingLineNumber(), "this is no code with a conflict that is known");
                }
                var ages = AGES.matcher(rule);
                if (ages.find()) {
                    lists.ages(list, ages.group(1));
                }
                lists.add(list, code);
            }
        }
        return CodeEditor.edition(kind(), release, lists);
    }
}
