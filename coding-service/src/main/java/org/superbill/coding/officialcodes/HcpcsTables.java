package org.superbill.coding.officialcodes;

import static org.superbill.coding.officialcodes.Table.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;

/** HCPCS Level II as CMS publishes it in two tables: one with dates and attributes, one with a short and a long description of each code. */
final class HcpcsTables {
    private static final String CODE = "hcpcs_code";

    private HcpcsTables() {}

    /** What the first table says, without descriptions: the code stands in their place. */
    static List<CodeRow> attributes(List<NamedCsvRecord> table) {
        var errors = new RowErrors();
        var rows = new ArrayList<CodeRow>();
        for (var row : table) {
            var line = row.getStartingLineNumber();
            var code = field(row, CODE);
            errors.check(line, CodeSystem.HCPCS, code);
            rows.add(new CodeRow(
                            code,
                            true,
                            code,
                            code,
                            errors.date(line, "date_added", field(row, "date_added")),
                            errors.date(line, "date_term", field(row, "date_term")))
                    .with(new Attributes()
                            .with("coverage", field(row, "cov"))
                            .with("crossReference", list(field(row, "xref")))
                            .json()));
        }
        errors.throwIfAny(rows.size());
        return rows;
    }

    /** The descriptions of a code; the long one is the short one where there is none. */
    record Texts(String display, String longDescription) {}

    static Map<String, Texts> descriptions(List<NamedCsvRecord> table) {
        var errors = new RowErrors();
        var kinds = new HashMap<String, Map<String, String>>();
        for (var row : table) {
            var code = field(row, CODE);
            if (!CodeSystem.HCPCS.accepts(code)) {
                errors.add(row.getStartingLineNumber(), CODE, "not-a-code", "the code is none of HCPCS Level II");
            }
            kinds.computeIfAbsent(code, c -> new HashMap<>())
                    .put(field(row, "hcpcs_desc_type"), field(row, "hcpcs_description"));
        }
        errors.throwIfAny(kinds.size());
        var texts = new HashMap<String, Texts>();
        kinds.forEach((code, kind) -> {
            var display = kind.getOrDefault("Short", code);
            texts.put(code, new Texts(display, kind.getOrDefault("Long", display)));
        });
        return texts;
    }

    /** One release of both, by code. A code without a description is described by itself. */
    static List<CodeRow> merge(List<CodeRow> attributes, Map<String, Texts> descriptions) {
        return attributes.stream()
                .map(row -> described(row, descriptions.get(row.code())))
                .sorted(Comparator.comparing(CodeRow::code))
                .toList();
    }

    private static CodeRow described(CodeRow row, @Nullable Texts texts) {
        return texts == null
                ? row
                : new CodeRow(
                        row.code(),
                        true,
                        texts.display(),
                        texts.longDescription(),
                        row.validFrom(),
                        row.validTo(),
                        null,
                        row.attributes());
    }

    /** Whether a release has these codes with these dates and attributes. */
    static boolean hasAttributes(Map<String, CodeRow> release, List<CodeRow> attributes) {
        return release.size() == attributes.size()
                && attributes.stream().allMatch(row -> isLike(release.get(row.code()), row));
    }

    private static boolean isLike(@Nullable CodeRow loaded, CodeRow row) {
        return loaded != null
                && Objects.equals(loaded.validFrom(), row.validFrom())
                && Objects.equals(loaded.validTo(), row.validTo())
                && Objects.equals(loaded.attributes(), row.attributes());
    }

    /** Whether a release describes its codes so. */
    static boolean hasDescriptions(Map<String, CodeRow> release, Map<String, Texts> descriptions) {
        return release.values().stream().allMatch(row -> {
            var texts = descriptions.getOrDefault(row.code(), new Texts(row.code(), row.code()));
            return texts.display().equals(row.display())
                    && texts.longDescription().equals(row.longDescription());
        });
    }

    private static List<String> list(String codes) {
        return codes.isEmpty() ? List.of() : Arrays.asList(codes.split("\\s*,\\s*"));
    }
}
