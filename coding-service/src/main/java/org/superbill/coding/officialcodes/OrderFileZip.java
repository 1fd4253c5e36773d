package org.superbill.coding.officialcodes;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codefile.CodeFileProblem;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.coding.codefile.Packing;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;
import org.superbill.servicekit.problem.Problem;

/**
 * The zip of CMS or the CDC with the order file of ICD-10-CM or ICD-10-PCS in it. The name of the order file says the release: a fiscal year begins on 1 October of the
 * year before, a mid-year release on the first day of its month.
 */
abstract class OrderFileZip implements OfficialFile {
    private static final String ENTRY = "(?i)(?:.*/)?%s[_-]order[_-](?!addenda)([^/]*20[0-9]{2}[^/]*)\\.txt";
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
    private static final int FISCAL_YEAR_BEGINS = 10;

    private final CodeSystem system;
    private final String publisher;
    private final ReleaseLoads loads;

    /** @param publisher who makes it, and of what */
    OrderFileZip(CodeSystem system, String publisher, ReleaseLoads loads) {
        this.system = system;
        this.publisher = publisher;
        this.loads = loads;
    }

    @Override
    public final String kind() {
        return system.id() + "-order-zip";
    }

    @Override
    public final boolean recognises(FileSample sample) {
        var entry = entry(system);
        return sample.zipEntries().stream().anyMatch(name -> entry.matcher(name).matches());
    }

    @Override
    public final FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        var entry = orderFile(system, file, load.release());
        var rows = read(system, file, entry);
        var name = ReleaseName.of(load, file, said(system, entry).orElse(null));
        var candidate = new ReleaseLoads.Candidate(
                system,
                name.label(),
                name.effectiveFrom(),
                "%s order file, release %s".formatted(publisher, name.label()),
                Licences.PUBLIC_DOMAIN,
                rows);
        return Outcomes.of(kind(), rows.size(), List.of(loads.load(connection, candidate, load.preview())), null);
    }

    static List<CodeRow> read(CodeSystem system, Path file) throws IOException {
        return read(system, file, orderFile(system, file, null));
    }

    private static List<CodeRow> read(CodeSystem system, Path file, String entry) throws IOException {
        try (var lines = new BufferedReader(
                Packing.text(Packing.openEntry(file, entry::equals).orElseThrow()))) {
            return OrderFile.read(system, lines);
        }
    }

    /**
     * @param release of several the one that is meant; null where nobody says it
     * @throws Problem {@code CODE_FILE_RELEASE_NEEDED} when it is not the only one, and none or several are of that release
     */
    private static String orderFile(CodeSystem system, Path file, @Nullable String release) throws IOException {
        var entry = entry(system);
        var found = Packing.findEntries(file, name -> entry.matcher(name).matches());
        if (found.isEmpty()) {
            throw new FileNotFoundException("The zip has no order file of " + system.id());
        }
        var meant = found.size() == 1
                ? found
                : found.stream()
                        .filter(name -> said(system, name)
                                .filter(one -> one.label().equals(release))
                                .isPresent())
                        .toList();
        if (meant.size() != 1) {
            throw new Problem(
                    CodeFileProblem.CODE_FILE_RELEASE_NEEDED,
                    "The zip has several order files: %s. Say the release of the one that is meant, or send it alone"
                            .formatted(String.join(", ", found)));
        }
        return meant.get(0);
    }

    private static Pattern entry(CodeSystem system) {
        return Pattern.compile(ENTRY.formatted(system == CodeSystem.ICD_10_CM ? "icd10cm" : "icd10pcs"));
    }

    /** {@code icd10cm_order_2026.txt} is the fiscal year 2026, {@code icd10cm-order-April-2025.txt} begins on 1 April 2025. */
    static Optional<ReleaseName> said(CodeSystem system, String entryName) {
        var matcher = entry(system).matcher(entryName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var rest = matcher.group(1).toUpperCase(Locale.ROOT);
        var found = YEAR.matcher(rest);
        if (!found.find()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(found.group());
        return Optional.of(Arrays.stream(Month.values())
                .filter(month -> rest.contains(month.name().substring(0, 3)))
                .findFirst()
                .map(month ->
                        new ReleaseName("%d-%02d".formatted(year, month.getValue()), LocalDate.of(year, month, 1)))
                .orElseGet(
                        () -> new ReleaseName(Integer.toString(year), LocalDate.of(year - 1, FISCAL_YEAR_BEGINS, 1))));
    }
}
