package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clinical indicator as the record says it.
 *
 * @param documentId of a document of the case
 * @param section of the document, as it heads it
 * @param start where the quotation begins in the document's text, in characters from 0
 * @param quote the very characters
 * @param documentedOn the day that the record gives for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingQueryIndicator")
record Indicator(
        @NotNull UUID documentId,
        @Nullable @Size(min = 1, max = 100) String section,
        @NotNull @Min(0) Integer start,
        @NotBlank @Size(max = 2_000) String quote,
        @Nullable LocalDate documentedOn) {}
