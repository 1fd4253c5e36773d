package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a query begins with; the coder adds the quotations, and the options that they support.
 *
 * @param name by which coders find it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingQueryTemplateText")
record QueryTemplateText(
        @NotBlank @Size(max = 100) String name,
        @NotNull QueryForm form,
        @NotNull QueryPurpose purpose,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4_000) String question,
        @NotNull @Size(max = 20) List<@NotNull @Valid QueryOption> options) {
    QueryTemplateText {
        options = options == null ? options : List.copyOf(options);
    }

    static final String EXAMPLE = """
            {"name":"Abnormal laboratory finding","form":"multiple-choice","purpose":"diagnosis",\
            "title":"Clarification of laboratory findings",\
            "question":"Please document the condition, if any, that the findings quoted below stand for.",\
            "options":[{"kind":"answer","text":"Abnormal finding without clinical significance","supportedBy":[]},\
            {"kind":"other","text":"Other (please specify)","supportedBy":[]},\
            {"kind":"unable-to-determine","text":"Unable to determine","supportedBy":[]}]}""";

    /** As a query without quotations. */
    QueryText asQuery() {
        return new QueryText(null, null, form, purpose, title, question, null, List.of(), options, List.of());
    }
}
