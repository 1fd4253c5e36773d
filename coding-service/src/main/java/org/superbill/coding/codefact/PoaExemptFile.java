package org.superbill.coding.codefact;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactRow;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.Packing;

/** The codes that are exempt from present-on-admission reporting, one a line; the year is in the file's name. */
@Singleton
class PoaExemptFile extends FactFile {
    static final String KIND = "icd-10-cm-poa-exempt";
    private static final String HEADER = "poaexemptcode";
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])20[0-9]{2}(?![0-9])");

    PoaExemptFile(FactEditions editions) {
        super(editions);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.header().toLowerCase(Locale.ROOT).startsWith(HEADER);
    }

    @Override
    Edition read(Path file, FileLoad load) throws IOException {
        var release = release(load, ofName(file));
        var rows = new ArrayList<FactRow>();
        try (var lines = new BufferedReader(Packing.openText(file))) {
            lines.readLine(); // the header
            var number = 1;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var code = Terminology.ICD_10_CM.stored(line);
                if (!Terminology.ICD_10_CM.accepts(code)) {
                    throw invalid(number, "this is no ICD-10-CM code");
                }
                rows.add(new FactRow(code, CodeListKind.POA_EXEMPT.id(), ""));
            }
        }
        return new Edition(
                KIND,
                release.label(),
                release.effectiveFrom(),
                "Codes exempt from present-on-admission reporting, fiscal year %s (CDC/NCHS)"
                        .formatted(release.label()),
                rows);
    }

    private static @Nullable Release ofName(Path file) {
        var year = YEAR.matcher(file.getFileName().toString());
        return year.find() ? Release.ofFiscalYear(year.group()) : null;
    }
}
