package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An ICD-11 cluster taken apart.
 *
 * @param valid whether it is built as clusters are, of codes that may be used on the day
 * @param release in force on the day; absent when none was, and then no code is known
 * @param source to be shown with the texts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodeCluster")
record CodeClusterView(
        String cluster,
        boolean valid,
        List<Part> codes,
        @Nullable String release,
        @Nullable String source,
        @Nullable String licence,
        List<String> warnings) {
    /**
     * One code of it, in the order written.
     *
     * @param code as it is written, with the dot
     * @param extension whether it says more of the stem code before it
     * @param display absent when no loaded release has the code
     * @param fault what is wrong with it where it stands; absent when nothing is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodeClusterPart")
    record Part(
            String code,
            boolean extension,
            @Nullable String display,
            boolean validOnDate,
            @Nullable String fault) {}
}
