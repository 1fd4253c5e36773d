package org.superbill.coding.codeindex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term as the database has it.
 *
 * @param id of this term in this release
 * @param parent the term above it, or null for a main term
 * @param path its titles from the main term on, parted by commas
 * @param hasSubterms whether terms stand under it
 */
record StoredTerm(
        long id,
        @Nullable Long parent,
        CodeIndexTable table,
        String release,
        int level,
        String title,
        String modifiers,
        String path,
        @Nullable String see,
        @Nullable String seeAlso,
        List<Long> seeTerms,
        List<String> codes,
        boolean hasSubterms) {
    StoredTerm {
        seeTerms = List.copyOf(seeTerms);
        codes = List.copyOf(codes);
    }

    IndexTerm asPrinted() {
        return new IndexTerm(level, title, modifiers, see, seeAlso, codes);
    }
}
