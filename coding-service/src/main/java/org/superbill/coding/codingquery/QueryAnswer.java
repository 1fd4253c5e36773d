package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;

/**
 * What the clinician says. It is no part of the record by itself: what it says belongs in the clinician's documentation too.
 *
 * @param option position of the chosen option of a multiple-choice query, from 0
 * @param verdict of a yes/no query
 * @param text in the clinician's words; needed for an open query and with "other"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingQueryAnswer")
record QueryAnswer(
        @Nullable @Min(0) Integer option,
        @Nullable Verdict verdict,
        @Nullable @Size(min = 1, max = 4_000) String text) {

    /** The answers to a yes/no query. */
    @Schema(name = "CodingQueryVerdict")
    enum Verdict {
        @JsonProperty("yes")
        YES,
        @JsonProperty("no")
        NO,
        @JsonProperty("other")
        OTHER,
        @JsonProperty("unable-to-determine")
        UNABLE_TO_DETERMINE
    }

    /** What is wrong with it as the answer to a question; empty when nothing is. */
    Optional<FieldError> objection(QueryText question) {
        return switch (question.form()) {
            case OPEN ->
                option != null || verdict != null
                        ? Optional.of(new FieldError("", "wrong-form", "An open query is answered with a text"))
                        : requireText();
            case MULTIPLE_CHOICE ->
                verdict != null
                        ? Optional.of(
                                new FieldError("/verdict", "wrong-form", "A multiple-choice query has no verdict"))
                        : ofChoice(question);
            case YES_NO ->
                option != null
                        ? Optional.of(new FieldError("/option", "wrong-form", "A yes/no query has no options"))
                        : ofVerdict();
        };
    }

    private Optional<FieldError> ofChoice(QueryText question) {
        if (option == null || option >= question.options().size()) {
            return Optional.of(new FieldError("/option", "out-of-range", "must be the position of an option, from 0"));
        }
        return question.options().get(option).kind() == QueryOption.Kind.OTHER ? requireText() : Optional.empty();
    }

    private Optional<FieldError> ofVerdict() {
        if (verdict == null) {
            return Optional.of(new FieldError("/verdict", "required", "must be there"));
        }
        return verdict == Verdict.OTHER ? requireText() : Optional.empty();
    }

    private Optional<FieldError> requireText() {
        return text == null || text.isBlank()
                ? Optional.of(new FieldError("/text", "required", "must be there"))
                : Optional.empty();
    }

    /** How the answer counts in figures. */
    QueryOutcome outcome(QueryText question) {
        if (verdict != null) {
            return switch (verdict) {
                case YES -> QueryOutcome.CONFIRMED;
                case NO -> QueryOutcome.DENIED;
                case OTHER -> QueryOutcome.OTHER;
                case UNABLE_TO_DETERMINE -> QueryOutcome.UNABLE_TO_DETERMINE;
            };
        }
        if (option == null) {
            return QueryOutcome.CONFIRMED;
        }
        return switch (question.options().get(option).kind()) {
            case DIAGNOSIS -> QueryOutcome.CONFIRMED;
            case ANSWER -> QueryOutcome.DENIED;
            case OTHER -> QueryOutcome.OTHER;
            case UNABLE_TO_DETERMINE -> QueryOutcome.UNABLE_TO_DETERMINE;
        };
    }
}
