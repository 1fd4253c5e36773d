package org.superbill.coding.suggestion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The notes of an encounter and what is known beside them.
 *
 * @param notes all of them, since they are read together: what one leaves open another may say; of a case the documents of its record when absent
 * @param setting where the encounter took place; of a case it follows from the case, and may be absent
 * @param on the date of service, of discharge for an inpatient; of a case its own, and may be absent
 * @param sex of a case the patient's own when absent, and so is the age
 * @param lastSeenOn when the patient was last seen face to face by the same specialty of the same group, for the three-year rule; of a case what its
 *     patient's earlier cases tell when absent
 * @param newPatient whether the patient was never seen so; for the three-year rule where lastSeenOn is absent
 * @param medicare whether Medicare's own codes hold; when absent, of a case whether its first payer is Medicare, and else what the notes say of it
 * @param threshold the least confidence at which a code is proposed; the organization's own when absent
 */
@Schema(name = "NotesRequest")
record NotesRequest(
        @Size(max = 20) List<@NotNull @Valid Note> notes,
        @Nullable Setting setting,
        @Nullable LocalDate on,
        @Nullable Sex sex,
        @Nullable @Min(0) @Max(130) Integer ageYears,
        @Nullable LocalDate lastSeenOn,
        @Nullable Boolean newPatient,
        @Nullable Boolean medicare,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double threshold) {

    private static final int LONGEST_NOTE = 200_000;

    NotesRequest {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    NotesRequest with(List<Note> others) {
        return new NotesRequest(others, setting, on, sex, ageYears, lastSeenOn, newPatient, medicare, threshold);
    }

    /**
     * One note.
     *
     * @param format {@code text}, or {@code markup} for a C-CDA document or the div of a FHIR narrative
     */
    @Schema(name = "NoteToCode")
    record Note(
            @NotNull Format format,
            @NotBlank @Size(max = LONGEST_NOTE) String text) {}

    /** How a note comes. */
    @Schema(name = "NoteToCodeFormat")
    public enum Format {
        TEXT,
        MARKUP;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Format of(String id) {
            return named(values(), id);
        }
    }

    /** Where the encounter took place. */
    @Schema(name = "NoteSetting")
    public enum Setting {
        OFFICE,
        TELEHEALTH,
        EMERGENCY,
        PROCEDURE,
        INPATIENT;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Setting of(String id) {
            return named(values(), id);
        }
    }

    /** The patient's sex as far as codes depend on it. */
    @Schema(name = "NoteSex")
    public enum Sex {
        FEMALE,
        MALE;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Sex of(String id) {
            return named(values(), id);
        }
    }

    private static <E extends Enum<E>> E named(E[] values, String id) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown"));
    }
}
