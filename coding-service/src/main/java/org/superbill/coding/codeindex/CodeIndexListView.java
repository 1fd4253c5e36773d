package org.superbill.coding.codeindex;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Terms of the index.
 *
 * @param nextCursor for the main terms that follow; absent on the last page and in a search
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodeIndexTermList")
record CodeIndexListView(
        List<CodeIndexTermView> items, @Nullable String nextCursor) {
    CodeIndexListView {
        items = List.copyOf(items);
    }
}
