package org.superbill.patient.coverage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.Relationship;
import org.superbill.patient.field.Texts;
import org.superbill.patient.field.X12Text;
import org.superbill.servicekit.problem.FieldError;

/**
 * What is said about a coverage.
 *
 * @param payerId the payer's id here
 * @param memberId as on the card (NM109 of loop 2010BA)
 * @param sequence 1 is the primary payer; eleven is as many as a claim knows (SBR01)
 * @param relationshipToSubscriber what the patient is to the subscriber
 * @param subscriber absent when the patient is the subscriber, else required
 * @param effectiveTo last day in force; absent while it goes on
 * @param medicareSecondaryType of a Medicare coverage: why another payer pays first (SBR05), e.g. 12 working aged with a group plan
 */
@Schema(name = "CoverageDetails")
record CoverageDetails(
        @NotNull UUID payerId,

        @NotNull @Size(min = 2, max = 80) @X12Text String memberId,

        @Nullable @Size(max = 50) @X12Text String groupNumber,

        @Nullable @Size(max = 60) @X12Text String groupName,

        @NotNull @Min(1) @Max(11) Integer sequence,

        @NotNull Relationship relationshipToSubscriber,
        @Nullable @Valid SubscriberDetails subscriber,
        @NotNull LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,

        @Nullable @Pattern(regexp = "1[2-6]|4[1237]", message = "must be one of 12 to 16, 41, 42, 43 and 47")
        String medicareSecondaryType) {

    static final String EXAMPLE = """
            {
              "payerId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0004", "memberId": "JS00111223333", "groupNumber": "2222-SJ",
              "sequence": 1, "relationshipToSubscriber": "child",
              "subscriber": {"firstName": "JANE", "lastName": "SMITH"},
              "effectiveFrom": "2026-01-01"
            }
            """;

    CoverageDetails {
        memberId = Texts.trimmed(memberId);
        groupNumber = Texts.trimmedOrAbsent(groupNumber);
        groupName = Texts.trimmedOrAbsent(groupName);
    }

    /** What is wrong between its fields, each being right by itself. */
    List<FieldError> contradictions() {
        var errors = new ArrayList<FieldError>();
        var isSelf = relationshipToSubscriber == Relationship.self;
        if (!isSelf && subscriber == null) {
            errors.add(new FieldError("/subscriber", "required", "is required unless the patient is the subscriber"));
        }
        if (isSelf && subscriber != null) {
            errors.add(new FieldError("/subscriber", "not-allowed", "is not given when the patient is the subscriber"));
        }
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            errors.add(new FieldError("/effectiveTo", "before-start", "must not be before effectiveFrom"));
        }
        return errors;
    }
}
