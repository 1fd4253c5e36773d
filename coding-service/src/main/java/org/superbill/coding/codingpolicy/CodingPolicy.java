package org.superbill.coding.codingpolicy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an organization codes. Said whole; {@link #DEFAULTS} until an organization says otherwise.
 *
 * @param dutiesApart whoever codes an encounter may neither audit nor bill it
 * @param passThrough when codes that the clinician entered need no coder
 * @param auditFirst which cases an auditor sees before they are released
 * @param facilityCases whether a stay has a facility's case too, beside the professional one
 * @param unrelatedConditionsAllowed whether a coder may pass an Excludes1 pair as unrelated conditions (ICD-10-CM guidelines, I.A.12.a)
 * @param warningsNeedReason whether a warning must be answered with a reason before a case is final
 * @param assignment who gets which case
 * @param times until when
 * @param priority what comes first
 * @param queries how clinicians are asked
 * @param thresholds how good is good enough
 * @param amendments who puts right what is found after the bill; as the defaults when absent
 */
@Schema(name = "CodingPolicy")
public record CodingPolicy(
        @NotNull Boolean dutiesApart,
        @NotNull @Valid PassThrough passThrough,
        @NotNull @Valid AuditFirst auditFirst,
        @NotNull Boolean facilityCases,
        @NotNull Boolean unrelatedConditionsAllowed,
        @NotNull Boolean warningsNeedReason,
        @NotNull @Valid Assignment assignment,
        @NotNull @Valid Times times,
        @NotNull @Valid Priority priority,
        @NotNull @Valid Queries queries,
        @NotNull @Valid Thresholds thresholds,
        @Nullable @Valid Amendments amendments) {

    /** A small organization: one person may code and bill, nothing is held back, coders take what they like. */
    public static final CodingPolicy DEFAULTS = new CodingPolicy(
            false,
            new PassThrough(false, List.of("office"), null, false, List.of()),
            new AuditFirst(0, 0, null),
            true,
            true,
            true,
            new Assignment(
                    false,
                    false,
                    List.of("CPC", "COC", "CIC", "CCS", "CCS-P", "CCA", "RHIT", "RHIA", "CRC"),
                    List.of("COC", "CIC", "CCS", "CCA", "RHIT", "RHIA"),
                    true,
                    50),
            new Times(15, 3, 2, null, 3, Times.REBUTTAL_DAYS),
            new Priority(10, 5, 30, 20),
            new Queries(true, 7, 2, 3, null, 3_650, false),
            new Thresholds(new BigDecimal("0.95"), new BigDecimal("0.95"), 0, new BigDecimal("0.75")),
            new Amendments(Amendments.DUE_DAYS, false));

    /** Whether who began an audit, rather than the coder, has to see to the amendment of what it found after the bill. */
    public boolean amendmentsByAuditLead() {
        return amendments != null && amendments.byAuditLead();
    }

    /** From a late document, or an upheld error, until it is due to be dealt with. */
    public int amendmentDueDays() {
        return amendments == null ? Amendments.DUE_DAYS : amendments.dueDays();
    }

    /**
     * When the clinician's codes are released as they are: in these settings, without an error, up to this charge.
     *
     * @param settings {@code office}, {@code facility-outpatient}, {@code emergency}, {@code inpatient}
     * @param maximumChargeCents of all services together; no limit when absent
     * @param warningsAllowed whether a warning sends the case to a coder
     * @param exceptProcedures beginnings of procedure codes that always need a coder, e.g. {@code 9938}
     */
    @Schema(name = "CodingPolicyPassThrough")
    public record PassThrough(
            @NotNull Boolean enabled,

            @NotNull @Size(max = 4)
            List<@NotNull @Pattern(regexp = "office|facility-outpatient|emergency|inpatient") String> settings,

            @Nullable @PositiveOrZero Long maximumChargeCents,
            @NotNull Boolean warningsAllowed,
            @NotNull @Size(max = 200) List<@NotNull @Pattern(regexp = "[0-9A-Z]{1,5}") String> exceptProcedures) {
        public PassThrough {
            settings = settings == null ? settings : List.copyOf(settings);
            exceptProcedures = exceptProcedures == null ? exceptProcedures : List.copyOf(exceptProcedures);
        }
    }

    /**
     * Which finalized cases wait for an auditor.
     *
     * @param percent of all cases, chosen by the case's id, so that the choice can be repeated
     * @param newCoderCases the first so many cases of each coder
     * @param minimumChargeCents every case of at least this charge; none when absent
     */
    @Schema(name = "CodingPolicyAuditFirst")
    public record AuditFirst(
            @NotNull @Min(0) @Max(100) Integer percent,
            @NotNull @Min(0) @Max(10_000) Integer newCoderCases,
            @Nullable @PositiveOrZero Long minimumChargeCents) {}

    /**
     * Who gets which case.
     *
     * @param automatic whether a case is given to a coder as soon as it is there
     * @param coderRecordRequired whether only people who are among the coders may take a case; else anybody who may code
     * @param professionalCredentials one of these is needed for a professional case; known ones, or such as a coder of the organization has
     * @param facilityCredentials one of these is needed for a facility's case
     * @param bySpecialty whether a coder gets only the specialties that the coder names
     * @param loadLimit how many open cases a coder carries who has no limit of their own
     */
    @Schema(name = "CodingPolicyAssignment")
    public record Assignment(
            @NotNull Boolean automatic,
            @NotNull Boolean coderRecordRequired,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 20) String> professionalCredentials,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 20) String> facilityCredentials,
            @NotNull Boolean bySpecialty,
            @NotNull @Min(1) @Max(10_000) Integer loadLimit) {}

    /**
     * Until when.
     *
     * @param leaseMinutes how long a coder keeps others out of a case after the last change
     * @param dueDays from completion of the encounter until its case is due
     * @param escalationDays from then until it is escalated
     * @param escalateTo the subject of who sees escalated cases; nobody in particular when absent
     * @param billHoldDays after discharge in which an account is not expected to be billed
     * @param rebuttalDays from an auditor's judgment in which the coder may rebut it; 14 when absent
     */
    @Schema(name = "CodingPolicyTimes")
    public record Times(
            @NotNull @Min(1) @Max(480) Integer leaseMinutes,
            @NotNull @Min(0) @Max(365) Integer dueDays,
            @NotNull @Min(0) @Max(365) Integer escalationDays,
            @Nullable @Size(min = 1, max = 100) String escalateTo,
            @NotNull @Min(0) @Max(60) Integer billHoldDays,
            @Nullable @Min(0) @Max(365) Integer rebuttalDays) {
        private static final int REBUTTAL_DAYS = 14;

        /** The day until which a judgment of today may be rebutted. */
        public LocalDate rebuttableUntil(LocalDate today) {
            return today.plusDays(rebuttalDays == null ? REBUTTAL_DAYS : rebuttalDays);
        }
    }

    /**
     * What a worklist puts first: points for each day since discharge, for each thousand dollars charged, and for each day that the
     * payer's filing limit is nearer than the window.
     */
    @Schema(name = "CodingPolicyPriority")
    public record Priority(
            @NotNull @Min(0) @Max(1_000) Integer pointsPerDay,
            @NotNull @Min(0) @Max(1_000) Integer pointsPerThousandDollars,
            @NotNull @Min(0) @Max(365) Integer filingWindowDays,
            @NotNull @Min(0) @Max(1_000) Integer pointsPerFilingDay) {}

    /**
     * How clinicians are asked.
     *
     * @param yesNoAllowed whether yes/no queries are permitted at all
     * @param dueDays from asking until an answer is due
     * @param reminderDays between reminders, the first so many days after asking
     * @param escalationDays from the due day until the query is escalated
     * @param escalateTo the subject of who sees escalated queries, e.g. a physician advisor
     * @param retentionDays for which a closed query is kept
     * @param answerWithoutPractitioner whether who may answer queries may answer any of the organization's where the token does not say which practitioner its bearer is
     *     or stands in for; no when absent
     */
    @Schema(name = "CodingPolicyQueries")
    public record Queries(
            @NotNull Boolean yesNoAllowed,
            @NotNull @Min(1) @Max(90) Integer dueDays,
            @NotNull @Min(1) @Max(90) Integer reminderDays,
            @NotNull @Min(0) @Max(90) Integer escalationDays,
            @Nullable @Size(min = 1, max = 100) String escalateTo,
            @NotNull @Min(365) @Max(36_500) Integer retentionDays,
            @Nullable Boolean answerWithoutPractitioner) {
        public boolean mayAnswerWithoutPractitioner() {
            return Boolean.TRUE.equals(answerWithoutPractitioner);
        }
    }

    /**
     * How good is good enough.
     *
     * @param accuracy that an audit expects; 0.95 is the field's standard
     * @param trainingAccuracy over the last {@code trainingCases} practice cases, before a coder gets real ones
     * @param trainingCases none are asked for when 0
     * @param suggestionConfidence below which a suggestion is not made
     */
    @Schema(name = "CodingPolicyThresholds")
    public record Thresholds(
            @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal accuracy,
            @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal trainingAccuracy,
            @NotNull @Min(0) @Max(1_000) Integer trainingCases,
            @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal suggestionConfidence) {}

    /**
     * What is found when the codes are final: a document that comes late, an error that an audit upholds after the bill.
     *
     * @param dueDays from then until it is to be dealt with
     * @param byAuditLead whether an audit's error is for who began the audit to see to; else for the coder of the case, if there is one who may still code it
     */
    @Schema(name = "CodingPolicyAmendments")
    public record Amendments(
            @NotNull @Min(0) @Max(365) Integer dueDays,
            @NotNull Boolean byAuditLead) {
        private static final int DUE_DAYS = 7;
    }
}
