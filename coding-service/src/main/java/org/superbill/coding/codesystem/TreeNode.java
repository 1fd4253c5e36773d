package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place in the tree of a code system.
 *
 * @param id what {@code under} is given to see what stands under it
 * @param code as it is written; of a chapter its number, of a block its range
 * @param billable whether it may be coded by itself
 * @param hasChildren whether anything stands under it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodeTreeNode")
record TreeNode(Kind kind, String id, String code, String display, boolean billable, boolean hasChildren) {
    /** What a place is; sections, body systems and tables are those of ICD-10-PCS. */
    @Schema(name = "CodeTreeKind")
    public enum Kind {
        CHAPTER,
        BLOCK,
        SECTION,
        BODY_SYSTEM,
        TABLE,
        CATEGORY,
        CODE;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String id(String code) {
            return text() + ":" + code;
        }
    }

    static TreeNode group(Kind kind, String code, String display) {
        return new TreeNode(kind, kind.id(code), code, display, false, true);
    }
}
