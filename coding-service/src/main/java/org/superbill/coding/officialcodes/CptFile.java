package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.coding.codefile.Packing;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/**
 * CPT as the AMA distributes it to licence holders: text files with one code a line, a tab, and its descriptor, after a header of terms. Each length of descriptor has a
 * file: SHORT, MED and LONG; sent together in their zip they make one release, the shorter descriptor as the display and the longest as the long description; one alone
 * makes a release too. The modifiers, where they are in the zip, make a release of theirs.
 */
@Singleton
class CptFile implements OfficialFile {
    private static final Pattern LINE = Pattern.compile("([0-9]{4}[0-9A-Z])\t\\s*(\\S.*)");
    private static final Pattern ENTRY = Pattern.compile("(?i)(?:.*/)?(SHORT|MED|LONG)U[LTF]*\\.txt");
    private static final Pattern MODIFIERS = Pattern.compile("(?i)(?:.*/)?MODUL[^/]*\\.txt");
    private static final int ENOUGH_LINES = 3;
    private static final int HEADER_LINES = 100;

    private final ReleaseLoads loads;

    CptFile(ReleaseLoads loads) {
        this.loads = loads;
    }

    /** From the shortest to the longest. */
    private enum Length {
        SHORT,
        MED,
        LONG
    }

    @Override
    public String kind() {
        return "cpt-descriptors";
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.zipEntries().isEmpty()
                ? sample.text()
                                .lines()
                                .filter(line -> LINE.matcher(line).matches())
                                .limit(ENOUGH_LINES)
                                .count()
                        == ENOUGH_LINES
                : sample.zipEntries().stream()
                        .anyMatch(name -> ENTRY.matcher(name).matches());
    }

    @Override
    public FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        var texts = read(file);
        var name = ReleaseName.of(load, file);
        var rows = texts.entrySet().stream()
                .map(code ->
                        new CodeRow(code.getKey(), true, first(code.getValue()), last(code.getValue()), null, null))
                .toList();
        var candidate = new ReleaseLoads.Candidate(
                CodeSystem.CPT, name.label(), name.effectiveFrom(), "AMA, CPT " + name.label(), Licences.AMA, rows);
        var outcomes = new ArrayList<ReleaseLoads.Outcome>();
        outcomes.add(loads.load(connection, candidate, load.preview()));
        var modifiers = modifiers(file);
        if (!modifiers.isEmpty()) {
            outcomes.add(loads.load(connection, CptModifierFile.candidate(name, modifiers), load.preview()));
        }
        return Outcomes.of(kind(), rows.size() + modifiers.size(), outcomes, null);
    }

    private static List<CodeRow> modifiers(Path file) throws IOException {
        var entry = Packing.openEntry(file, name -> MODIFIERS.matcher(name).matches());
        if (entry.isEmpty()) {
            return List.of();
        }
        try (var content = entry.get()) {
            return CptModifierText.read(Packing.lines(content));
        }
    }

    /** The descriptors of each code from the shortest to the longest, in the order of the first file. */
    private static Map<String, List<String>> read(Path file) throws IOException {
        var texts = new LinkedHashMap<String, List<String>>();
        var errors = new RowErrors();
        var zipped = false;
        for (var length : Length.values()) {
            var entry = Packing.openEntry(file, name -> isOf(length, name));
            if (entry.isPresent()) {
                zipped = true;
                try (var content = entry.get()) {
                    read(content, texts, errors);
                }
            }
        }
        if (!zipped) {
            try (var content = Packing.open(file)) {
                read(content, texts, errors);
            }
        }
        errors.throwIfAny(texts.size());
        return texts;
    }

    private static boolean isOf(Length length, String name) {
        var entry = ENTRY.matcher(name);
        return entry.matches() && entry.group(1).equalsIgnoreCase(length.name());
    }

    private static void read(InputStream content, Map<String, List<String>> texts, RowErrors errors)
            throws IOException {
        var number = 0;
        var begun = false;
        for (var next : Packing.lines(content)) {
            number++;
            var line = LINE.matcher(next);
            if (line.matches()) {
                begun = true;
                texts.computeIfAbsent(line.group(1), code -> new ArrayList<>()).add(Table.plain(line.group(2)));
            } else if (!next.isBlank() && (begun || number > HEADER_LINES)) {
                errors.add(number, "", "not-a-descriptor", "is not a code, a tab and a descriptor");
            }
        }
    }

    private static String first(List<String> texts) {
        return texts.get(0);
    }

    private static String last(List<String> texts) {
        return texts.get(texts.size() - 1);
    }
}
