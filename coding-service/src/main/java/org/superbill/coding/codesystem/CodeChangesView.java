package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a release changes.
 *
 * @param comparedWith the release before it; absent for the first of its system, which adds all its codes
 * @param added how many in all, with the prefixes asked for
 * @param items in the order of the codes
 * @param nextCursor absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeChangesView(
        CodeSystem system,
        String release,
        LocalDate effectiveFrom,
        boolean active,
        @Nullable String comparedWith,
        int added,
        int revised,
        int deleted,
        List<CodeChange> items,
        @Nullable String nextCursor) {}
