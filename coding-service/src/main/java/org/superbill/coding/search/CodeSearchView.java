package org.superbill.coding.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * What a search found.
 *
 * @param items best first
 * @param warnings what to know about the releases searched, e.g. that one is past its year
 */
@Schema(name = "CodeSearchAnswer")
record CodeSearchView(List<Item> items, List<String> warnings) {
    CodeSearchView {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
    }

    /**
     * One code.
     *
     * @param code as it is written, ICD-10-CM with the dot
     * @param display the short description
     * @param billable false for a header, which only groups the codes under it
     * @param validOnDate false only when its very number was asked for: it exists, but not on that day
     * @param validTo absent while no release ends it
     * @param score comparable within one answer only
     * @param release in force on the day asked for; absent when none was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodeSearchItem")
    record Item(
            CodeSystem system,
            String code,
            String display,
            String longDescription,
            boolean billable,
            boolean validOnDate,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            double score,
            @Nullable String release) {}
}
