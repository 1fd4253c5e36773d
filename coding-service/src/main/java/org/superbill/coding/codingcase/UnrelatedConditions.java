package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Two diagnoses that an Excludes1 note keeps apart and that the coder reports together, because the conditions are unrelated (ICD-10-CM
 * Official Guidelines, section I.A.12.a). It counts where the coding policy allows it.
 *
 * @param one with or without the dot; the order of the two does not matter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingCaseUnrelatedConditions")
public record UnrelatedConditions(
        @NotNull @Pattern(regexp = "[A-Z][0-9A-Z]{2,6}") String one,
        @NotNull @Pattern(regexp = "[A-Z][0-9A-Z]{2,6}") String other) {
    public UnrelatedConditions {
        one = stored(one);
        other = stored(other);
    }

    private static String stored(String code) {
        return code == null
                ? code
                : code.strip().replace(".", "").toUpperCase(Locale.ROOT); // validation refuses null afterwards
    }
}
