package org.superbill.billing.authorization;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Procedures that share authorized units.
 *
 * @param procedures codes, or the first and the last of a range with a hyphen between
 * @param units absent: as many as are needed
 */
@Schema(name = "AuthorizedService")
record AuthorizedService(
        @NotEmpty @Size(max = 200)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[0-9A-Z]{5}(-[0-9A-Z]{5})?",
                                message = "must be a procedure code, or two with a hyphen between")
                        String>
                procedures,

        @Nullable @DecimalMin(value = "0", inclusive = false) @Digits(integer = 8, fraction = 3)
        BigDecimal units) {}
