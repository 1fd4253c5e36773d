package org.superbill.coding.coder;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a coder, all of it.
 *
 * @param subject of the coder's token; never changes
 * @param specialties beginnings of provider taxonomy codes, e.g. {@code 207Q}; every specialty when empty
 * @param loadLimit open cases at a time; the policy's when absent
 * @param active absent: true; an inactive coder gets no case
 */
@Schema(name = "CoderDetails")
record CoderDetails(
        @NotBlank @Size(max = 100) String subject,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Size(max = 20) List<@NotNull @Valid Credential> credentials,
        @NotNull @Size(max = 100) List<@NotNull @Pattern(regexp = "[0-9A-Z]{2,10}") String> specialties,
        @Nullable @Min(0) @Max(10_000) Integer loadLimit,
        @Nullable Boolean active) {

    static final String EXAMPLE = """
            {"subject":"ann","name":"Ann Lee","credentials":[{"kind":"CPC","number":"01234567","expiresOn":"2027-06-30"}],\
            "specialties":["207Q"],"loadLimit":40}""";
}
