package org.superbill.billing.edittable;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A code that is only paid beside another one.
 *
 * @param type 1: beside a listed primary; 2: beside any that the contractor accepts; 3: beside a listed one or one that the contractor accepts
 * @param primaries the listed ones, on the day asked about
 * @param release the table's
 * @param effectiveFrom first day of the release, or of the rows where they say it
 */
@Schema(name = "AddOnCode")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddOn(
        String procedureCode,
        int type,
        List<String> primaries,
        String release,
        @Nullable LocalDate effectiveFrom) {
    public AddOn {
        primaries = List.copyOf(primaries);
    }
}
