package org.superbill.coderules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.coderules.facts.CodeSpan;
import org.superbill.coderules.facts.DiagnosisTable;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactRow;
import org.superbill.coderules.facts.FactTable;
import org.superbill.coderules.facts.TermTable;

/** Facts that a test makes up, from lines whose fields are parted by bars. */
public final class InventedFacts {
    private static final LocalDate BEGIN = LocalDate.of(2024, 10, 1);

    private final List<Edition> editions = new ArrayList<>();
    private final List<TermTable.Builder> tables = new ArrayList<>();
    private final List<CodeSpan> diagnoses = new ArrayList<>();
    private final List<Replaced> replaced = new ArrayList<>();

    private record Replaced(String code, List<String> by) {}

    /** {@code A001 | description}, {@code A00 | description | header}, {@code A002 | description | code | 2025-10-01..2026-06-30}. */
    public InventedFacts diagnoses(String lines) {
        lines(lines).forEach(fields -> diagnoses.add(span(fields)));
        return this;
    }

    public InventedFacts replaced(String code, String... by) {
        replaced.add(new Replaced(code, List.of(by)));
        return this;
    }

    /** As {@link #diagnoses}. */
    public InventedFacts codes(Terminology terminology, String lines) {
        var table = new TermTable.Builder(terminology);
        lines(lines).forEach(fields -> table.add(span(fields)));
        tables.add(table);
        return this;
    }

    /** {@code A00-A09 | block | title}, {@code A00 | code | title}, {@code A00 | excludes1 | note}: the tabular list of an invented year 2021. */
    public InventedFacts tabular(String lines) {
        return edition("2021", lines);
    }

    /** {@code A001 | female-only |}, {@code newborn | ages | 0}: an edition that judges from 1 October of the year before. */
    public InventedFacts edition(String year, String lines) {
        var rows = lines(lines)
                .map(fields -> new FactRow(fields[0], fields[1], fields.length > 2 ? fields[2] : ""))
                .toList();
        editions.add(new Edition(
                "invented", year, LocalDate.of(Integer.parseInt(year) - 1, 10, 1), "Invented edition " + year, rows));
        return this;
    }

    public CodeFacts build() {
        var icd10 = new DiagnosisTable(editions.stream().map(Edition::tabular).toList());
        diagnoses.forEach(icd10::add);
        replaced.forEach(code -> icd10.replace(code.code(), code.by()));
        var all = new ArrayList<>(tables.stream().map(TermTable.Builder::build).toList());
        all.add(icd10.build());
        return new FactTable(
                all,
                editions.stream().flatMap(edition -> edition.lists().stream()).toList());
    }

    private static Stream<String[]> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split("\\s*\\|\\s*"));
    }

    private static CodeSpan span(String[] fields) {
        var header = fields.length > 2 && fields[2].equals("header");
        var days = fields.length > 3 ? fields[3].split("\\.\\.") : new String[0];
        return new CodeSpan(
                fields[0],
                !header,
                fields[1],
                days.length == 0 ? BEGIN : LocalDate.parse(days[0]),
                days.length < 2 ? null : LocalDate.parse(days[1]));
    }
}
