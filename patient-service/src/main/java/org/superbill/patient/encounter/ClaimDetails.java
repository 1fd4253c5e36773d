package org.superbill.patient.encounter;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.field.State;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.X12Text;
import org.superbill.servicekit.problem.FieldError;

/**
 * What a claim says of an encounter besides its codes, where the encounter calls for it (005010X222A1, loop 2300).
 *
 * @param referringProvider who sent the patient
 * @param supervisingProvider who supervised whoever gave the services
 * @param billedUnder whom the claim names as rendering in place of the encounter's practitioner
 * @param patientPaidCents towards the claim (AMT*F5)
 * @param delayReason why the claim is late (CLM20)
 * @param institutional what only a facility's claim says
 * @param attachments documents that go with the claim (PWK)
 * @param epsdtReferral to what a Medicaid screening of a child has led (CRC*ZZ): AV available and refused, S2 under treatment, ST new services requested; NU alone: no referral
 */
@Schema(name = "EncounterClaimDetails")
record ClaimDetails(
        @Nullable @Valid NamedProvider referringProvider,
        @Nullable @Valid NamedProvider supervisingProvider,
        @Nullable @Valid BilledUnder billedUnder,
        @Nullable @Valid Accident accident,

        @Nullable @Size(max = 13) List<@NotNull @Valid DateOf> dates,

        @Nullable @Size(max = 50) @X12Text String referralNumber,

        @Nullable @Size(max = 50) @X12Text String priorAuthorizationNumber,

        @Nullable @Size(max = 80) @X12Text String note,

        @Nullable @PositiveOrZero @Max(9_999_999_999L) Long patientPaidCents,

        @Nullable @Pattern(regexp = "[1-9]|1[015]", message = "must be a delay reason, 1 to 11 or 15")
        String delayReason,

        @Nullable @Valid AmbulanceTransport ambulance,
        @Nullable @Valid InstitutionalDetails institutional,

        @Nullable @Size(max = 10) List<@NotNull @Valid ClaimAttachment> attachments,

        @Nullable @Size(min = 1, max = 3)
        List<@NotNull @Pattern(regexp = "AV|NU|S2|ST", message = "must be one of AV, NU, S2 and ST") String>
                epsdtReferral) {

    private static final String NO_REFERRAL = "NU";

    ClaimDetails {
        referralNumber = Texts.trimmedOrAbsent(referralNumber);
        priorAuthorizationNumber = Texts.trimmedOrAbsent(priorAuthorizationNumber);
        note = Texts.trimmedOrAbsent(note);
    }

    /** What is wrong between its fields, each being right by itself. @param at the pointer of these details */
    List<FieldError> contradictions(String at) {
        var errors = new ArrayList<FieldError>();
        if (accident != null && accident.causes.contains(Cause.AUTO) && accident.state == null) {
            errors.add(new FieldError(at + "/accident/state", "required", "is required of an auto accident"));
        }
        var kinds = new ArrayList<DateKind>();
        for (int i = 0; dates != null && i < dates.size(); i++) {
            var date = dates.get(i);
            if (kinds.contains(date.kind)) {
                errors.add(new FieldError("%s/dates/%d/kind".formatted(at, i), "duplicate", "is given twice"));
            }
            kinds.add(date.kind);
            if (date.through != null && date.through.isBefore(date.date)) {
                errors.add(new FieldError(
                        "%s/dates/%d/through".formatted(at, i), "before-start", "must not be before date"));
            }
        }
        for (int i = 0; attachments != null && i < attachments.size(); i++) {
            errors.addAll(attachments.get(i).contradictions("%s/attachments/%d".formatted(at, i)));
        }
        if (epsdtReferral != null && epsdtReferral.size() > 1 && epsdtReferral.contains(NO_REFERRAL)) {
            errors.add(new FieldError(at + "/epsdtReferral", "contradiction", "NU says that there was no referral"));
        }
        if (institutional != null) {
            errors.addAll(institutional.contradictions(at + "/institutional"));
        }
        return errors;
    }

    org.superbill.events.ClaimDetails told() {
        return new org.superbill.events.ClaimDetails(
                NamedProvider.told(referringProvider),
                NamedProvider.told(supervisingProvider),
                billedUnder == null
                        ? null
                        : new org.superbill.events.ClaimDetails.BilledUnder(
                                billedUnder.reason.text(),
                                Objects.requireNonNull(NamedProvider.told(billedUnder.provider))),
                accident == null
                        ? null
                        : new org.superbill.events.ClaimDetails.Accident(
                                accident.causes.stream().map(Cause::text).toList(),
                                accident.state,
                                accident.date,
                                accident.claimNumber),
                dates == null
                        ? null
                        : dates.stream()
                                .map(date -> new org.superbill.events.ClaimDetails.DateOf(
                                        date.kind.text(), date.date, date.through))
                                .toList(),
                referralNumber,
                priorAuthorizationNumber,
                note,
                patientPaidCents,
                delayReason,
                ambulance == null ? null : ambulance.told(),
                institutional == null ? null : institutional.told(),
                attachments == null
                        ? null
                        : attachments.stream().map(ClaimAttachment::told).toList(),
                epsdtReferral);
    }

    /** Why another than who gave the services is named as rendering. */
    @Schema(name = "BilledUnderReason")
    enum Reason {
        @JsonProperty("incident-to")
        INCIDENT_TO,
        @JsonProperty("reciprocal")
        RECIPROCAL,
        @JsonProperty("fee-for-time")
        FEE_FOR_TIME;

        String text() {
            return kebab(this);
        }
    }

    /**
     * Whom the claim names as rendering.
     *
     * @param reason incident to their services (42 CFR 410.26), or they were absent: by reciprocal arrangement (modifier Q5) or with a
     *     substitute who is paid for time (modifier Q6)
     */
    @Schema(name = "BilledUnder")
    record BilledUnder(
            @NotNull Reason reason, @NotNull @Valid NamedProvider provider) {}

    /** What an accident has to do with (CLM11). */
    @Schema(name = "AccidentCause")
    enum Cause {
        @JsonProperty("auto")
        AUTO,
        @JsonProperty("employment")
        EMPLOYMENT,
        @JsonProperty("other")
        OTHER;

        String text() {
            return kebab(this);
        }
    }

    /**
     * What happened.
     *
     * @param state where an auto accident happened
     * @param claimNumber by which a workers' compensation, auto or liability insurer knows the injury (REF*Y4)
     */
    @Schema(name = "Accident")
    record Accident(
            @NotEmpty @Size(max = 2) List<@NotNull Cause> causes,
            @Nullable @State String state,
            @Nullable LocalDate date,

            @Nullable @Size(max = 50) @X12Text String claimNumber) {
        Accident {
            state = state == null ? null : Texts.code(state);
            claimNumber = Texts.trimmedOrAbsent(claimNumber);
        }
    }

    /** What a date is of (DTP). */
    @Schema(name = "ClaimDateKind")
    enum DateKind {
        @JsonProperty("onset")
        ONSET,
        @JsonProperty("initial-treatment")
        INITIAL_TREATMENT,
        @JsonProperty("last-seen")
        LAST_SEEN,
        @JsonProperty("acute-manifestation")
        ACUTE_MANIFESTATION,
        @JsonProperty("last-menstrual-period")
        LAST_MENSTRUAL_PERIOD,
        @JsonProperty("last-x-ray")
        LAST_X_RAY,
        @JsonProperty("vision-prescription")
        VISION_PRESCRIPTION,
        @JsonProperty("disability")
        DISABILITY,
        @JsonProperty("last-worked")
        LAST_WORKED,
        @JsonProperty("return-to-work")
        RETURN_TO_WORK,
        @JsonProperty("care-assumed")
        CARE_ASSUMED,
        @JsonProperty("care-relinquished")
        CARE_RELINQUISHED,
        @JsonProperty("first-contact")
        FIRST_CONTACT;

        String text() {
            return kebab(this);
        }
    }

    /** @param through last day of a disability; absent while it goes on */
    @Schema(name = "ClaimDate")
    record DateOf(
            @NotNull DateKind kind,
            @NotNull LocalDate date,
            @Nullable LocalDate through) {}

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
