package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code as callers see it.
 *
 * @param code as it is written, ICD-10-CM with the dot
 * @param billable false for a header
 * @param header true when it only groups the codes under it
 * @param parent the header above it; absent at the top and in systems without headers
 * @param release in force on the day; absent when none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeView(
        CodeSystem system,
        String code,
        String display,
        String longDescription,
        boolean billable,
        boolean header,
        @Nullable String parent,
        boolean validOnDate,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String release,
        List<String> warnings) {

    static CodeView of(CodeStatus status) {
        var system = status.system();
        return new CodeView(
                system,
                system.display(status.code()),
                status.display(),
                status.longDescription(),
                status.billable(),
                !status.billable(),
                status.parent() == null ? null : system.display(status.parent()),
                status.valid(),
                status.validFrom(),
                status.validTo(),
                status.release(),
                status.warnings());
    }
}
