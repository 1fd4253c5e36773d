package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;
import org.superbill.coding.codefile.Packing;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ReleaseLoads;

/**
 * WHO's simple tabulation of ICD-11 MMS, parted by tabs: chapters, blocks and categories in one order. The marks "- " before a title say how deep it stands; they are kept
 * as the place under its header, the title is kept as it is. A chapter or block has no code: it is known by its number, its block id, or where it has none by its entity.
 */
@Singleton
class Icd11Tabulation implements OfficialFile {
    private static final String DEPTH_MARK = "- ";
    private static final Pattern VERSION = Pattern.compile("Version:(20[0-9]{2}) ([A-Z][a-z]{2}).*");

    private final ReleaseLoads loads;

    Icd11Tabulation(ReleaseLoads loads) {
        this.loads = loads;
    }

    @Override
    public String kind() {
        return "icd-11-mms-simple-tabulation";
    }

    @Override
    public boolean recognises(FileSample sample) {
        var header = sample.header();
        return sample.zipEntries().isEmpty()
                && header.startsWith("Foundation URI\tLinearization")
                && header.contains("\tClassKind\t");
    }

    @Override
    public FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        try (var lines = new BufferedReader(Packing.openText(file))) {
            var header = lines.readLine();
            var rows = new Reading(header == null ? "" : header).rows(lines);
            var name = ReleaseName.of(
                    load, file, said(header == null ? "" : header).orElse(null));
            var candidate = new ReleaseLoads.Candidate(
                    CodeSystem.ICD_11_MMS,
                    name.label(),
                    name.effectiveFrom(),
                    "World Health Organization (WHO), ICD-11 for Mortality and Morbidity Statistics, " + name.label(),
                    Licences.WHO,
                    rows);
            return Outcomes.of(kind(), rows.size(), List.of(loads.load(connection, candidate, load.preview())), null);
        }
    }

    /** The last column of the header is {@code Version:2025 Jan 24 - 22:30 UTC}. */
    private static Optional<ReleaseName> said(String header) {
        return Arrays.stream(header.split("\t"))
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(version -> Arrays.stream(Month.values())
                        .filter(month ->
                                month.name().startsWith(version.group(2).toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .map(month -> new ReleaseName(
                                "%s-%02d".formatted(version.group(1), month.getValue()),
                                LocalDate.of(Integer.parseInt(version.group(1)), month, 1))));
    }

    /** One file, from the top down. */
    private static final class Reading {
        private final Map<String, Integer> columns;
        private final Deque<Open> open = new ArrayDeque<>();
        private final RowErrors errors = new RowErrors();

        Reading(String header) {
            var names = header.replace("\uFEFF", "").split("\t");
            columns = IntStream.range(0, names.length)
                    .boxed()
                    .collect(Collectors.toMap(i -> names[i], Function.identity(), (first, second) -> first));
        }

        /** A title under which others may stand. */
        private record Open(int depth, String code) {}

        List<CodeRow> rows(BufferedReader lines) throws IOException {
            var rows = new ArrayList<CodeRow>();
            var number = 1;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    var row = row(line.split("\t", -1));
                    errors.check(number, CodeSystem.ICD_11_MMS, row.code());
                    rows.add(row);
                }
            }
            errors.throwIfAny(rows.size());
            return rows;
        }

        private CodeRow row(String[] fields) {
            var kind = field(fields, "ClassKind");
            var title = field(fields, "Title");
            var depth = 0;
            while (title.startsWith(DEPTH_MARK)) {
                title = title.substring(DEPTH_MARK.length());
                depth++;
            }
            var code = code(kind, fields);
            while (!open.isEmpty() && open.getLast().depth() >= depth) {
                open.removeLast();
            }
            var parent = open.isEmpty() ? null : open.getLast().code();
            open.addLast(new Open(depth, code));
            var attributes = new Attributes()
                    .with("foundationUri", field(fields, "Foundation URI"))
                    .with("kind", kind)
                    .with("leaf", field(fields, "isLeaf").equals("True"))
                    .with("residual", field(fields, "IsResidual").equals("True") ? "true" : "");
            return new CodeRow(code, kind.equals("category"), title, title, null, null, parent, attributes.json());
        }

        private String code(String kind, String[] fields) {
            var block = field(fields, "BlockId");
            return switch (kind) {
                case "chapter" -> "CHAPTER-" + field(fields, "ChapterNo");
                case "block" -> block.isEmpty() ? "BLOCK-" + entity(fields) : block.toUpperCase(Locale.ROOT);
                default -> CodeSystem.ICD_11_MMS.normalize(field(fields, "Code"));
            };
        }

        private String entity(String[] fields) {
            var uri = field(fields, "Linearization URI");
            return uri.substring(uri.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        }

        private String field(String[] fields, String name) {
            var column = columns.get(name);
            return column == null || column >= fields.length ? "" : fields[column];
        }
    }
}
