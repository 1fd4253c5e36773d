package org.superbill.coding.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.superbill.coding.codeindex.IndexNames;
import org.superbill.coding.codesystem.CodeSystem;

/** The names of ICD-10-CM codes: the Alphabetic Index with its tables, and the inclusion terms of the Tabular List. Other systems have none. */
@ApplicationScoped
class CodeNames implements Names {
    private final IndexNames index;

    CodeNames(IndexNames index) {
        this.index = index;
    }

    @Override
    public void each(CodeSystem system, Consumer<Name> consumer) {
        if (system == CodeSystem.ICD_10_CM) {
            InclusionTerms.each((code, term) -> consumer.accept(new Name(NameKind.INCLUSION_TERM, code, term, "")));
            index.each(name -> consumer.accept(of(name)));
        }
    }

    @Override
    public String version(CodeSystem system) {
        return system == CodeSystem.ICD_10_CM ? index.version() : "";
    }

    static Name of(IndexNames.IndexName name) {
        var kind = name.reference() ? NameKind.SEE_REFERENCE : NameKind.of(name.table());
        return new Name(kind, name.code(), name.text(), name.aside());
    }
}
