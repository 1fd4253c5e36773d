package org.superbill.coding.codeindex;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * A term of the index.
 *
 * @param id for reading its entry; it changes with the release
 * @param level 0 for a main term
 * @param modifiers words in parentheses that may be in the record or not
 * @param path its titles from the main term on
 * @param see go there instead
 * @param seeAlso look there as well
 * @param codes where the term leads to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodeIndexTerm")
record CodeIndexTermView(
        long id,
        CodeIndexTable table,
        String release,
        int level,
        String title,
        @Nullable String modifiers,
        String path,
        @Nullable String see,
        @Nullable String seeAlso,
        List<IndexedCode> codes,
        boolean hasSubterms) {
    CodeIndexTermView {
        codes = List.copyOf(codes);
    }

    /**
     * A code in the index.
     *
     * @param code as it is written, without the dash
     * @param needsMoreCharacters printed with a dash: choose one of the codes under it
     * @param column of the table, e.g. {@code malignant primary}
     * @param display its description; absent when no release has the code
     * @param validOnDate false for one that the index names but the release in force does not have
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodeIndexCode")
    record IndexedCode(
            String code,
            boolean needsMoreCharacters,
            @Nullable String column,
            @Nullable String display,
            boolean billable,
            boolean validOnDate) {

        static IndexedCode of(String printed, @Nullable String column, CodeStatus status) {
            return new IndexedCode(
                    CodeSystem.ICD_10_CM.display(IndexTerm.stored(printed)),
                    IndexTerm.isOpen(printed) || status.known() && !status.billable(),
                    column,
                    status.known() ? status.display() : null,
                    status.billable(),
                    status.valid());
        }
    }
}
