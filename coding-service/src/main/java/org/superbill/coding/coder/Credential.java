package org.superbill.coding.coder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a coder is certified in.
 *
 * @param kind as the certifying body abbreviates it, e.g. {@code CPC}, {@code CCS}, {@code COC}
 * @param expiresOn the last day on which it counts
 */
@Schema(name = "CoderCredential")
public record Credential(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}") String kind,
        @NotBlank @Size(max = 40) String number,
        @NotNull LocalDate expiresOn) {

    boolean isInForce(LocalDate on) {
        return !on.isAfter(expiresOn);
    }
}
