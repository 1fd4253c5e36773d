package org.superbill.patient.encounter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.X12Text;
import org.superbill.servicekit.problem.FieldError;

/**
 * A document that supports the claim (005010X222A1 and 005010X223A2, loop 2300, PWK). The document itself goes apart from the claim.
 *
 * @param reportType what kind of document it is (PWK01)
 * @param transmission how it goes (PWK02): on request AA, by mail BM, electronically EL, by e-mail EM, file transfer FT, fax FX
 * @param controlNumber by which the payer finds it (PWK06)
 */
@Schema(name = "ClaimAttachment")
record ClaimAttachment(
        @Schema(examples = "OZ")
        @NotNull
        @Pattern(regexp = "[0-9A-Z]{2}", message = "must be a report type of two characters")
        String reportType,

        @Schema(examples = "EL")
        @NotNull
        @Pattern(regexp = "AA|BM|EL|EM|FT|FX", message = "must be AA, BM, EL, EM, FT or FX")
        String transmission,

        @Nullable @Size(min = 2, max = 50) @X12Text String controlNumber) {
    private static final String ON_REQUEST = "AA";

    ClaimAttachment {
        controlNumber = Texts.trimmedOrAbsent(controlNumber);
    }

    /** @param at the pointer of this attachment */
    List<FieldError> contradictions(String at) {
        return controlNumber == null && !ON_REQUEST.equals(transmission)
                ? List.of(new FieldError(
                        at + "/controlNumber", "required", "is required of what is sent apart from the claim"))
                : List.of();
    }

    org.superbill.events.ClaimDetails.Attachment told() {
        return new org.superbill.events.ClaimDetails.Attachment(reportType, transmission, controlNumber);
    }
}
