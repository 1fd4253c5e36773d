package org.superbill.patient.payer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.X12Text;

/**
 * What is said about a payer.
 *
 * @param payerId the number under which it is known electronically (NM109 of loop 2010BB)
 * @param claimFilingIndicator SBR09, e.g. {@code CI} commercial, {@code MB} Medicare Part B
 */
@Schema(name = "PayerDetails")
record PayerDetails(
        @NotBlank @Size(max = 60) @X12Text String name,

        @NotBlank @Size(min = 2, max = 80) @X12Text String payerId,

        @NotNull
        @Pattern(
                regexp = FILING_INDICATORS,
                message = "must be a claim filing indicator, e.g. CI for commercial insurance")
        String claimFilingIndicator,

        @NotNull @Valid PayerProfile profile) {

    /** Source: 005010X222A1, loop 2000B, SBR09. */
    private static final String FILING_INDICATORS = "1[1-7]|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ";

    static final String PROFILE_EXAMPLE = """
            {
              "connection": "payer-simulator", "version": "005010X222A1",
              "receiverName": "KEY INSURANCE COMPANY", "receiverId": "66783JJT",
              "acceptsCorrectedClaims": true, "filingLimitDays": 365,
              "interchange": {
                "authorizationQualifier": "00", "authorizationInformation": "",
                "securityQualifier": "00", "securityInformation": "",
                "senderQualifier": "ZZ", "senderId": "TGJ23",
                "receiverQualifier": "ZZ", "receiverId": "66783JJT",
                "acknowledgmentRequested": false, "usageIndicator": "T"
              },
              "group": {"senderCode": "TGJ23", "receiverCode": "66783JJT"}
            }
            """;
    static final String EXAMPLE =
            "{\"name\": \"KEY INSURANCE COMPANY\", \"payerId\": \"999996666\", \"claimFilingIndicator\": \"CI\", \"profile\": "
                    + PROFILE_EXAMPLE + "}";

    PayerDetails {
        name = Texts.trimmed(name);
        payerId = Texts.trimmed(payerId);
        claimFilingIndicator = Texts.code(claimFilingIndicator);
    }
}
