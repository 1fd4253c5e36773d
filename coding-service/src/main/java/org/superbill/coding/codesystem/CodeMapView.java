package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one map says of a code.
 *
 * @param source to be shown with it
 */
record CodeMapView(String map, String release, String targetSystem, String source, List<Target> items) {
    /**
     * One code that it is mapped to.
     *
     * @param code absent where the publisher maps it to nothing that is coded
     * @param relation as published
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodeMapTarget")
    record Target(
            @Nullable String code,
            @Nullable String display,
            @Nullable String relation) {}
}
