package org.superbill.billing.feeschedule;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A service whose charge is asked for.
 *
 * @param modifiers absent: none
 * @param units absent: one
 */
@Schema(name = "ServiceToPrice")
public record ServiceToPrice(
        @NotNull @Pattern(regexp = "[0-9A-Z]{5}", message = "must be a procedure code of five characters")
        String procedureCode,

        @Size(max = 4)
        List<@NotNull @Pattern(regexp = "[0-9A-Z]{2}", message = "must be a modifier of two characters") String>
                modifiers,

        @DecimalMin(value = "0", inclusive = false) @Digits(integer = 8, fraction = 3)
        BigDecimal units,

        @NotNull LocalDate serviceDate) {
    public ServiceToPrice {
        modifiers = modifiers == null ? List.of() : modifiers;
        units = units == null ? BigDecimal.ONE : units;
    }
}
