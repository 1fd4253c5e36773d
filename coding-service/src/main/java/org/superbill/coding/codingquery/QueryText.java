package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question as a coder writes it.
 *
 * @param templateId that it was made from
 * @param practitionerId whom it is for; the encounter's when absent
 * @param diagnosis what a yes/no query asks about, in the words of the record
 * @param indicators quoted from the record
 * @param options of a multiple-choice query, in their order; empty else
 * @param acknowledgements why it is sent as it is where a rule warns; none when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingQueryText")
record QueryText(
        @Nullable UUID templateId,
        @Nullable UUID practitionerId,
        @NotNull QueryForm form,
        @NotNull QueryPurpose purpose,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4_000) String question,
        @Nullable @Size(min = 2, max = 300) String diagnosis,
        @NotNull @Size(max = 50) List<@NotNull @Valid Indicator> indicators,
        @NotNull @Size(max = 20) List<@NotNull @Valid QueryOption> options,
        @Size(max = 20) List<@NotNull @Valid QueryAcknowledgement> acknowledgements) {
    QueryText {
        indicators = indicators == null ? indicators : List.copyOf(indicators);
        options = options == null ? options : List.copyOf(options);
        acknowledgements = acknowledgements == null ? List.of() : List.copyOf(acknowledgements);
    }

    static final String EXAMPLE = """
            {"form":"multiple-choice","purpose":"diagnosis","title":"Clarification of laboratory findings",\
            "question":"Please document the condition, if any, that the findings quoted below stand for.",\
            "indicators":[{"documentId":"01980000-0000-7000-8000-000000000030","section":"LABS","start":212,"quote":"Na 128 mmol/L"},\
            {"documentId":"01980000-0000-7000-8000-000000000030","section":"PLAN","start":640,"quote":"fluid restriction, repeat BMP"}],\
            "options":[{"kind":"diagnosis","text":"Hyponatremia","supportedBy":[0,1]},\
            {"kind":"answer","text":"Abnormal finding without clinical significance","supportedBy":[]},\
            {"kind":"other","text":"Other (please specify)","supportedBy":[]},\
            {"kind":"unable-to-determine","text":"Unable to determine","supportedBy":[]}]}""";
}
