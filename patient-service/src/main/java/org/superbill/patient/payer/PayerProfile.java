package org.superbill.patient.payer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.PayerChanged;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.X12Text;

/**
 * What the enrolment with the payer, or with the clearinghouse in front of it, says.
 *
 * @param connection the name under which operations have configured where claims go
 * @param version implementation guide of claims (GS08, ST03); 005010X222A1 unless the payer wants another
 * @param receiverName NM103 of loop 1000B
 * @param receiverId NM109 of loop 1000B
 * @param acceptsCorrectedClaims whether frequencies 7 and 8 (CLM05-3) are taken
 * @param filingLimitDays days from the date of service in which a claim must arrive
 * @param terms what else it takes and asks for; absent: what the guides allow
 */
@Schema(name = "PayerProfile")
record PayerProfile(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}", message = "must be the name of a connection")
        String connection,

        @Pattern(
                regexp = "005010X222(A1|A2)?",
                message = "must be a version of the professional claim, e.g. 005010X222A1")
        @Schema(defaultValue = USUAL_VERSION)
        String version,

        @NotBlank @Size(max = 60) @X12Text String receiverName,

        @NotBlank @Size(min = 2, max = 80) @X12Text String receiverId,

        @NotNull Boolean acceptsCorrectedClaims,
        @NotNull @Positive Integer filingLimitDays,
        @NotNull @Valid Interchange interchange,
        @NotNull @Valid Group group,
        @Nullable @Valid PayerTerms terms) {

    private static final String USUAL_VERSION = "005010X222A1";

    PayerProfile {
        connection = Texts.trimmed(connection);
        version = Texts.code(version == null ? USUAL_VERSION : version);
        receiverName = Texts.trimmed(receiverName);
        receiverId = Texts.trimmed(receiverId);
    }

    PayerChanged.Profile told() {
        return new PayerChanged.Profile(
                connection,
                version,
                receiverName,
                receiverId,
                acceptsCorrectedClaims,
                filingLimitDays,
                interchange.told(),
                group.told(),
                terms == null ? null : terms.told());
    }

    /** ISA01 to ISA08, ISA14 and ISA15; what is shorter than its element is filled with blanks when it is sent. */
    @Schema(name = "PayerInterchange")
    record Interchange(
            @NotNull @Pattern(regexp = QUALIFIER, message = QUALIFIER_MESSAGE)
            String authorizationQualifier,

            @NotNull @Size(max = 10) @X12Text String authorizationInformation,

            @NotNull @Pattern(regexp = QUALIFIER, message = QUALIFIER_MESSAGE)
            String securityQualifier,

            @NotNull @Size(max = 10) @X12Text String securityInformation,

            @NotNull @Pattern(regexp = QUALIFIER, message = QUALIFIER_MESSAGE)
            String senderQualifier,

            @NotBlank @Size(max = 15) @X12Text String senderId,

            @NotNull @Pattern(regexp = QUALIFIER, message = QUALIFIER_MESSAGE)
            String receiverQualifier,

            @NotBlank @Size(max = 15) @X12Text String receiverId,

            @NotNull Boolean acknowledgmentRequested,

            @NotNull @Pattern(regexp = "[TP]", message = "must be T for test or P for production")
            String usageIndicator) {

        private static final String QUALIFIER = "[0-9A-Z]{2}";
        private static final String QUALIFIER_MESSAGE = "must be a qualifier of two characters, e.g. ZZ";

        Interchange {
            authorizationInformation = Texts.trimmed(authorizationInformation);
            securityInformation = Texts.trimmed(securityInformation);
            senderId = Texts.trimmed(senderId);
            receiverId = Texts.trimmed(receiverId);
        }

        PayerChanged.Interchange told() {
            return new PayerChanged.Interchange(
                    authorizationQualifier,
                    authorizationInformation,
                    securityQualifier,
                    securityInformation,
                    senderQualifier,
                    senderId,
                    receiverQualifier,
                    receiverId,
                    acknowledgmentRequested,
                    usageIndicator);
        }
    }

    /** GS02 and GS03. */
    @Schema(name = "PayerGroup")
    record Group(
            @NotBlank @Size(min = 2, max = 15) @X12Text String senderCode,

            @NotBlank @Size(min = 2, max = 15) @X12Text String receiverCode) {

        Group {
            senderCode = Texts.trimmed(senderCode);
            receiverCode = Texts.trimmed(receiverCode);
        }

        PayerChanged.Group told() {
            return new PayerChanged.Group(senderCode, receiverCode);
        }
    }
}
