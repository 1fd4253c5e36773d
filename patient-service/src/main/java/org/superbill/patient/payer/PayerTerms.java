package org.superbill.patient.payer;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.PayerChanged;
import org.superbill.patient.field.Address;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.ValidNpi;
import org.superbill.patient.field.X12Text;

/**
 * What a payer takes and asks for, as far as it differs from what the guides allow.
 *
 * @param professionalForm how it takes professional claims; absent: electronically
 * @param institutionalForm how it takes institutional claims; absent: electronically
 * @param institutionalVersion GS08 and ST03 of institutional claims; absent: 005010X223A2
 * @param institutionalPayerId NM109 of loop 2010BB of institutional claims, when it is another
 * @param acceptsVoidClaims whether frequency 8 is taken; absent: as corrected claims are
 * @param acceptsSecondaryElectronically whether claims after another payer's are taken as an 837; absent: yes
 * @param attachments the ways in which attachments are taken (PWK02)
 * @param enrolmentRequired for what a provider has to be enrolled before
 * @param mostDiagnoses of a claim
 * @param mostLines of a claim
 * @param memberIdPattern what its member ids look like: letters, digits, classes and counts, with at most three open counts
 * @param authorizationFor the services that it authorizes before
 * @param gathers the services that go on one claim for several encounters
 * @param paperAddress where paper claims go
 * @param remittanceNames names under which it remits (835, N102 of N1*PR), where they are others than its own
 * @param remittanceIds identifiers of its payments (835, N104 and REF*2U of N1*PR, TRN03), where they are others than that of its claims
 */
@Schema(name = "PayerTerms")
record PayerTerms(
        @Nullable Form professionalForm,
        @Nullable Form institutionalForm,

        @Nullable
        @Pattern(
                regexp = "005010X223(A[123])?",
                message = "must be a version of the institutional claim, e.g. 005010X223A2")
        String institutionalVersion,

        @Nullable @Size(min = 2, max = 80) @X12Text String institutionalPayerId,

        @Nullable Boolean acceptsVoidClaims,
        @Nullable Boolean acceptsSecondaryElectronically,

        @Nullable @Size(max = 6)
        List<
                        @NotNull
                        @Pattern(regexp = "AA|BM|EL|EM|FT|FX", message = "must be one of AA, BM, EL, EM, FT and FX")
                        String>
                attachments,

        @Nullable @Size(max = 3) List<@NotNull Transaction> enrolmentRequired,

        @Nullable @Size(max = 200) List<@NotNull @Valid Enrolment> enrolments,

        @Nullable @Positive @Max(25) Integer mostDiagnoses,

        @Nullable @Positive @Max(999) Integer mostLines,

        @Nullable @Size(max = 100) @MemberIdPattern @Schema(examples = "[A-Z]{3}[0-9]{9}")
        String memberIdPattern,

        @Nullable @Size(max = 50) List<@NotNull @Valid AuthorizationFor> authorizationFor,

        @Nullable @Size(max = 10) List<@NotNull @Valid Gathering> gathers,

        @Nullable @Valid Address paperAddress,

        @Nullable @Size(max = 50) @Schema(examples = "[\"AETNA LIFE INSURANCE\"]")
        List<@NotBlank @Size(max = 60) String> remittanceNames,

        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 80) String> remittanceIds) {

    private static final String CODES = "[0-9A-Z]{5}(-[0-9A-Z]{5})?";
    private static final String CODES_MESSAGE =
            "must be a procedure code, or two with a hyphen between, e.g. 70551-70553";

    PayerTerms {
        institutionalPayerId = Texts.trimmedOrAbsent(institutionalPayerId);
        memberIdPattern = Texts.trimmedOrAbsent(memberIdPattern);
    }

    PayerChanged.Terms told() {
        return new PayerChanged.Terms(
                text(professionalForm),
                text(institutionalForm),
                institutionalVersion,
                institutionalPayerId,
                acceptsVoidClaims,
                acceptsSecondaryElectronically,
                attachments,
                enrolmentRequired == null
                        ? null
                        : enrolmentRequired.stream().map(Transaction::text).toList(),
                enrolments == null
                        ? null
                        : enrolments.stream().map(Enrolment::told).toList(),
                mostDiagnoses,
                mostLines,
                memberIdPattern,
                authorizationFor == null
                        ? null
                        : authorizationFor.stream()
                                .map(asked -> new PayerChanged.AuthorizationFor(asked.procedures, asked.from, asked.to))
                                .toList(),
                gathers == null
                        ? null
                        : gathers.stream()
                                .map(rule -> new PayerChanged.Gathering(lower(rule.by), rule.procedures))
                                .toList(),
                Address.told(paperAddress),
                remittanceNames,
                remittanceIds);
    }

    private static @Nullable String text(@Nullable Form form) {
        return form == null ? null : lower(form);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** How claims are taken. */
    @Schema(name = "ClaimForm")
    enum Form {
        @JsonProperty("electronic")
        ELECTRONIC,
        @JsonProperty("paper")
        PAPER,
        @JsonProperty("none")
        NONE
    }

    /** What a provider enrols for: claims (837), remittances (835), payment into the account (EFT). */
    @Schema(name = "EnrolmentTransaction")
    enum Transaction {
        @JsonProperty("claims")
        CLAIMS,
        @JsonProperty("remittance")
        REMITTANCE,
        @JsonProperty("payment")
        PAYMENT;

        String text() {
            return lower(this);
        }
    }

    /** How far an enrolment is. */
    @Schema(name = "EnrolmentState")
    enum State {
        @JsonProperty("requested")
        REQUESTED,
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("ended")
        ENDED
    }

    /**
     * What a provider has agreed with the payer.
     *
     * @param from first day on which it holds
     * @param to last day on which it holds; absent while it goes on
     */
    @Schema(name = "PayerEnrolment")
    record Enrolment(
            @NotNull Transaction transaction,
            @NotNull @ValidNpi String npi,
            @NotNull State state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        PayerChanged.Enrolment told() {
            return new PayerChanged.Enrolment(transaction.text(), npi, lower(state), from, to);
        }
    }

    /** Services that are authorized before, from one day to another. */
    @Schema(name = "AuthorizationFor")
    record AuthorizationFor(
            @NotEmpty @Size(max = 200)
            List<@NotNull @Pattern(regexp = CODES, message = CODES_MESSAGE) String> procedures,

            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** What makes one claim of several encounters. */
    @Schema(name = "GatheringBy")
    enum By {
        @JsonProperty("month")
        MONTH,
        @JsonProperty("pregnancy")
        PREGNANCY
    }

    /** Encounters whose lines are all of these procedures make one claim, by month or by pregnancy. */
    @Schema(name = "ClaimGathering")
    record Gathering(
            @NotNull By by,

            @NotEmpty @Size(max = 200)
            List<@NotNull @Pattern(regexp = CODES, message = CODES_MESSAGE) String> procedures) {}
}
