package org.superbill.coding.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import org.superbill.coding.codefact.TabularLists;
import org.superbill.coding.codeindex.IndexNames;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;

/** The names of ICD-10-CM codes: the Alphabetic Index with its tables, and the inclusion terms of the Tabular List. Other systems have none. */
@ApplicationScoped
class CodeNames implements Names {
    private final IndexNames index;
    private final TabularLists lists;
    private final Codes codes;

    CodeNames(IndexNames index, TabularLists lists, Codes codes) {
        this.index = index;
        this.lists = lists;
        this.codes = codes;
    }

    @Override
    public void each(CodeSystem system, Consumer<Name> consumer) {
        if (system == CodeSystem.ICD_10_CM) {
            list().map(loaded -> InclusionTerms.rows(lists.list(loaded)))
                    .orElseGet(InclusionTerms::shipped)
                    .forEach(row -> InclusionTerms.of(row)
                            .ifPresent(term -> consumer.accept(new Name(NameKind.INCLUSION_TERM, row[0], term, ""))));
            index.each(name -> consumer.accept(of(name)));
        }
    }

    @Override
    public String version(CodeSystem system) {
        return system == CodeSystem.ICD_10_CM
                ? index.version() + list().map(list -> " " + list.sha256()).orElse("")
                : "";
    }

    /** Of the newest release of the codes; empty where the list that ships is read. */
    private Optional<TabularLists.Loaded> list() {
        var releases = codes.releases().of(CodeSystem.ICD_10_CM).oldestFirst();
        return releases.isEmpty() ? Optional.empty() : lists.of(releases.get(releases.size() - 1));
    }

    static Name of(IndexNames.IndexName name) {
        var kind = name.reference() ? NameKind.SEE_REFERENCE : NameKind.of(name.table());
        return new Name(kind, name.code(), name.text(), name.aside());
    }
}
