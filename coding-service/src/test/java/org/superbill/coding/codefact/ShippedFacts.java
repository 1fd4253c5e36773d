package org.superbill.coding.codefact;

import java.util.List;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.CodeSpan;
import org.superbill.coderules.facts.DiagnosisTable;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.FactTable;
import org.superbill.coderules.facts.TermTable;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ShippedSpans;

/** All that ships, in memory and without a database: the releases of ICD-10-CM and HCPCS Level II and the editions of facts. */
public final class ShippedFacts {
    private static final CodeFacts FACTS = read();

    private ShippedFacts() {}

    public static CodeFacts get() {
        return FACTS;
    }

    public static List<Edition> editions() {
        return ReferenceFactsTest.shippedEditions();
    }

    private static CodeFacts read() {
        var editions = editions();
        var diagnoses =
                new DiagnosisTable(editions.stream().map(Edition::tabular).toList());
        ShippedSpans.each(
                ShippedSpans.releases(CodeSystem.ICD_10_CM),
                span -> diagnoses.add(
                        new CodeSpan(span.code(), span.billable(), span.longDescription(), span.from(), span.to())));
        var hcpcs = new TermTable.Builder(Terminology.HCPCS);
        ShippedSpans.each(
                ShippedSpans.releases(CodeSystem.HCPCS),
                span -> hcpcs.add(
                        new CodeSpan(span.code(), span.billable(), span.longDescription(), span.from(), span.to())));
        var tables = List.of(diagnoses.build(), hcpcs.build());
        return new FactTable(
                tables,
                editions.stream().flatMap(edition -> edition.lists().stream()).toList());
    }
}
