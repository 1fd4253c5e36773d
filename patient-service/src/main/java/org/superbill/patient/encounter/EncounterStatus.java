package org.superbill.patient.encounter;

import static org.superbill.patient.encounter.EncounterProblem.ENCOUNTER_STEP_NOT_ALLOWED;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.superbill.servicekit.problem.Problem;

/** Where an encounter is on its way from the appointment to settled money. */
enum EncounterStatus {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("in-progress")
    IN_PROGRESS,
    /** Its services are known; also when late charges wait to be coded. */
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("coding")
    CODING,
    @JsonProperty("coded")
    CODED,
    /** A claim is with a payer. */
    @JsonProperty("billed")
    BILLED,
    /** The money of all its claims is settled. */
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("not-billable")
    NOT_BILLABLE,
    @JsonProperty("void")
    VOID;

    /** The one place that says what may follow. A completed encounter may be completed again: those are late charges. */
    Set<EncounterStatus> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(IN_PROGRESS, VOID);
            case IN_PROGRESS -> EnumSet.of(COMPLETED, NOT_BILLABLE, VOID);
            case COMPLETED, CODING, CODED -> EnumSet.of(COMPLETED, CODING, CODED, BILLED, NOT_BILLABLE, VOID);
            case BILLED -> EnumSet.of(COMPLETED, CODED, BILLED, CLOSED, VOID);
            case CLOSED -> EnumSet.of(COMPLETED, CODED, BILLED);
            case NOT_BILLABLE, VOID -> EnumSet.noneOf(EncounterStatus.class);
        };
    }

    /** @throws Problem {@code ENCOUNTER_STEP_NOT_ALLOWED} */
    EncounterStatus moveTo(EncounterStatus step) {
        if (!next().contains(step)) {
            throw new Problem(
                    ENCOUNTER_STEP_NOT_ALLOWED,
                    "An encounter that is %s cannot become %s%s".formatted(text(), step.text(), wayOn(step)));
        }
        return step;
    }

    /** Others have been told that it is settled; what they decided is taken back where they decided it. */
    private String wayOn(EncounterStatus step) {
        return this == CLOSED && step == VOID
                ? ": its claims are settled. Void them first (GET /api/v1/claims?encounterId=…, POST /api/v1/claims/{claimId}/void): it is billed again"
                        + " as soon as one of them is open, and can be voided then. Where something else was done, complete it again"
                        + " (POST /api/v1/encounters/{encounterId}/complete); where it was billed wrongly, POST /api/v1/claims/{claimId}/correct"
                : "";
    }

    /** Nothing moves it any more, whatever others tell. */
    boolean isFinal() {
        return next().isEmpty();
    }

    /** As the API writes it: {@code in-progress}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<EncounterStatus> of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equals(text))
                .findFirst();
    }
}
