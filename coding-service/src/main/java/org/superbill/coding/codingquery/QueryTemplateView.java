package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * A template as callers see it.
 *
 * @param shipped whether it comes with Superbill and cannot be changed
 * @param revision the ETag's number, for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingQueryTemplate")
record QueryTemplateView(UUID id, QueryTemplateText template, boolean shipped, long revision) {
    static final String EXAMPLE = """
            {"id":"01980000-0000-7000-8000-000000000050","template":""" + QueryTemplateText.EXAMPLE + """
            ,"shipped":false,"revision":0}""";
    static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "]}";

    /** A page, as the API document needs it said. */
    @Schema(name = "CodingQueryTemplatePage")
    record Listed(List<QueryTemplateView> items, @Nullable String nextCursor) {}

    String etag() {
        return new Revision(revision).etag();
    }
}
