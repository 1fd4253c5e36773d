package org.superbill.coding.codefact;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.Edition;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.Packing;

/**
 * The Medicare Code Editor's lists as one table, fields parted by tabs, the version in each row. Diagnoses are taken; what is said of procedures (sex, coverage) is
 * Medicare's payment and left to billing.
 */
@Singleton
class EditorEditsFile extends FactFile {
    private static final String[] COLUMNS = {
        "MCE_Version", "ICD_Version", "MCE_Section", "MCE_Subsection", "MCE_Edit_Type"
    };
    private static final int VERSION = 0;
    private static final int EDIT = 4;
    private static final int CODE_TYPE = 5;
    private static final int CODE = 6;
    private static final int FIELDS = 8;
    private static final String DIAGNOSIS = "D";

    private static final Map<String, CodeListKind> EDITS = Map.of(
            "Newborn_Only", CodeListKind.NEWBORN,
            "Pediatric_Only", CodeListKind.PEDIATRIC,
            "Maternity_Only", CodeListKind.MATERNITY,
            "Adult_Only", CodeListKind.ADULT,
            "Female_Only", CodeListKind.FEMALE_ONLY,
            "Male_Only", CodeListKind.MALE_ONLY,
            "Principal_Manifestation", CodeListKind.MANIFESTATION,
            "Principal_Unacceptable", CodeListKind.UNACCEPTABLE_PRINCIPAL,
            "Principal_Questionable_Admit", CodeListKind.QUESTIONABLE_ADMISSION);

    /** The file does not tell the ages. Source: Definitions of Medicare Code Edits, version 37, section 4. */
    private static final Map<CodeListKind, String> AGES = Map.of(
            CodeListKind.NEWBORN, "0",
            CodeListKind.PEDIATRIC, "0-17",
            CodeListKind.MATERNITY, "12-55",
            CodeListKind.ADULT, "15-124");

    EditorEditsFile(FactEditions editions) {
        super(editions);
    }

    @Override
    public String kind() {
        return CodeEditor.KIND + "-edits";
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.header().startsWith(String.join("\t", COLUMNS));
    }

    @Override
    Edition read(Path file, FileLoad load) throws IOException {
        var lists = new CodeEditor.Lists();
        @Nullable String version = null;
        try (var lines = new BufferedReader(Packing.openText(file))) {
            lines.readLine(); // the header
            var number = 1;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var fields = line.split("\t", -1);
                if (fields.length != FIELDS) {
                    throw invalid(number, "has %d fields, not %d".formatted(fields.length, FIELDS));
                }
                version = fields[VERSION];
                if (fields[CODE_TYPE].equals(DIAGNOSIS)) {
                    add(lists, fields, number);
                }
            }
        }
        var said = version == null || !version.matches("[0-9]{2}") ? null : CodeEditor.ofVersion(version, null);
        return CodeEditor.edition(kind(), release(load, said), lists);
    }

    private static void add(CodeEditor.Lists lists, String[] fields, int number) {
        var list = EDITS.get(fields[EDIT]);
        var code = Terminology.ICD_10_CM.stored(fields[CODE]);
        if (!Terminology.ICD_10_CM.accepts(code)) {
            throw invalid(number, "this is no ICD-10-CM code");
        }
        if (list != null) {
            var ages = AGES.get(list);
            if (ages != null) {
                lists.ages(list, ages);
            }
            lists.add(list, code);
        }
    }
}
