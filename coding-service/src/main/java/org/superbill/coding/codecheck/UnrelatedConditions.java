package org.superbill.coding.codecheck;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.Acceptance;

/**
 * Two diagnoses that an Excludes1 note keeps apart and that are reported together, because the conditions are unrelated (ICD-10-CM Official Guidelines, section
 * I.A.12.a). It counts where the coding policy allows it.
 *
 * @param one with or without the dot; the order of the two does not matter. {@code code} and {@code otherCode} are read too, as code validations had them
 * @param reason for people, without patient data; absent: unrelated conditions, which is the guideline's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingCaseUnrelatedConditions")
public record UnrelatedConditions(
        @NotNull @Pattern(regexp = "[A-Z][0-9A-Z]{2,6}") @JsonAlias("code")
        String one,

        @NotNull @Pattern(regexp = "[A-Z][0-9A-Z]{2,6}") @JsonAlias("otherCode")
        String other,

        @Nullable @Size(min = 1, max = 500) @Schema(examples = "unrelated conditions")
        String reason) {
    public UnrelatedConditions {
        one = stored(one);
        other = stored(other);
    }

    private static String stored(String code) {
        return code == null
                ? code
                : code.strip().replace(".", "").toUpperCase(Locale.ROOT); // validation refuses null afterwards
    }

    public Acceptance accepted() {
        return new Acceptance(one, other);
    }
}
