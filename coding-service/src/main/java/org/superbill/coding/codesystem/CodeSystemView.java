package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A code system as callers see it.
 *
 * @param inForce label of the release in force today; absent while none is loaded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeSystemView(
        CodeSystem system, String title, @Nullable String inForce) {}
