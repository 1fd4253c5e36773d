package org.superbill.coding.codeindex;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A term with what stands around it.
 *
 * @param above from the main term down to the one right above
 * @param subterms right under it, in index order
 * @param see the terms that its see and see also name, where their words say which
 */
@Schema(name = "CodeIndexEntry")
record CodeIndexEntryView(
        CodeIndexTermView term,
        List<CodeIndexTermView> above,
        List<CodeIndexTermView> subterms,
        List<CodeIndexTermView> see) {
    CodeIndexEntryView {
        above = List.copyOf(above);
        subterms = List.copyOf(subterms);
        see = List.copyOf(see);
    }
}
