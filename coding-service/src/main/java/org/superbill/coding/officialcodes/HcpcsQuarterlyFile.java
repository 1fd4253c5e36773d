package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * CMS's quarterly HCPCS file, as the zip or as the text in it ({@code HCPC2026_APR_ANWEB.txt}): codes and modifiers in fixed columns. Its name says the quarter. Rows that
 * come in the place of several files: a release of the codes and one of the modifiers.
 */
@Singleton
class HcpcsQuarterlyFile implements OfficialFile {
    private static final Pattern NAME =
            Pattern.compile("(?i)(?:.*/)?HCPC(20[0-9]{2})_(JAN|APR|JUL|OCT)_ANWEB[^/]*\\.txt");
    private static final Map<String, Integer> MONTHS = Map.of("JAN", 1, "APR", 4, "JUL", 7, "OCT", 10);

    private final ReleaseLoads loads;

    HcpcsQuarterlyFile(ReleaseLoads loads) {
        this.loads = loads;
    }

    @Override
    public String kind() {
        return "hcpcs-quarterly";
    }

    @Override
    public boolean recognises(FileSample sample) {
        return sample.zipEntries().isEmpty()
                ? HcpcsRecord.isFirst(sample.text().lines().findFirst().orElse(""))
                : sample.zipEntries().stream()
                        .anyMatch(name -> NAME.matcher(name).matches());
    }

    @Override
    public FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        var entry = Packing.findEntries(file, name -> NAME.matcher(name).matches()).stream()
                .findFirst();
        Map<CodeSystem, List<CodeRow>> bySystem;
        try (var content =
                entry.isPresent() ? Packing.openEntry(file, entry.get()::equals).orElseThrow() : Packing.open(file)) {
            bySystem = read(content);
        }
        var name = ReleaseName.of(
                load, file, said(entry.orElse(file.getFileName().toString())).orElse(null));
        var outcomes = new ArrayList<ReleaseLoads.Outcome>();
        for (var system : bySystem.entrySet()) {
            var candidate = new ReleaseLoads.Candidate(
                    system.getKey(),
                    name.label(),
                    name.effectiveFrom(),
                    HcpcsRelease.SOURCE + ", quarterly file",
                    Licences.PUBLIC_DOMAIN,
                    system.getValue());
            outcomes.add(loads.load(connection, candidate, load.preview()));
        }
        return Outcomes.of(
                kind(), bySystem.values().stream().mapToInt(List::size).sum(), outcomes, null);
    }

    private static Map<CodeSystem, List<CodeRow>> read(InputStream content) throws IOException {
        var records = new ArrayList<HcpcsRecord>();
        var errors = new RowErrors();
        var number = 0;
        for (var line : Packing.lines(content)) {
            number++;
            switch (HcpcsRecord.kind(line)) {
                case PROCEDURE, MODIFIER -> records.add(new HcpcsRecord(line, number));
                case CONTINUED -> {
                    if (records.isEmpty()) {
                        errors.add(number, "", "no-code-before", "goes on without a code before it");
                    } else {
                        records.get(records.size() - 1).goesOn(line);
                    }
                }
                case NONE -> {
                    if (!line.isBlank()) {
                        errors.add(number, "record-identification-code", "unknown", "is no line of the record layout");
                    }
                }
            }
        }
        var bySystem = new LinkedHashMap<CodeSystem, List<CodeRow>>();
        for (var record : records) {
            var coded = record.coded(errors);
            bySystem.computeIfAbsent(coded.system(), system -> new ArrayList<>())
                    .add(coded.row());
        }
        errors.throwIfAny(records.size());
        return bySystem;
    }

    private static Optional<ReleaseName> said(String fileName) {
        var name = NAME.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(name.group(1));
        var month = MONTHS.getOrDefault(name.group(2).toUpperCase(Locale.ROOT), 1);
        return Optional.of(new ReleaseName("%d-%02d".formatted(year, month), LocalDate.of(year, month, 1)));
    }
}
