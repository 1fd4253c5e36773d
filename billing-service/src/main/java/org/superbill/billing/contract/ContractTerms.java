package org.superbill.billing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a contract finds what is allowed where its rates have no price: as a part of what Medicare pays, else as a part of the charge.
 *
 * @param modifiers what a modifier does to an amount that does not already price it
 * @param followsMedicareReductions whether several procedures of a session, both sides, assistants and two surgeons are paid as the physician fee schedule's indicators have it; absent: no
 * @param lesserOfCharge whether no more than the charge is allowed; absent: yes
 */
@Schema(name = "ContractTerms")
public record ContractTerms(
        @Nullable @Valid PercentOfMedicare percentOfMedicare,

        @Nullable @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Digits(integer = 3, fraction = 3)
        BigDecimal percentOfCharge,

        @Nullable @Size(max = 30) List<@NotNull @Valid ModifierPercent> modifiers,

        @Nullable Boolean lesserOfCharge,
        @Nullable Boolean followsMedicareReductions) {

    boolean isReducedAsMedicares() {
        return Boolean.TRUE.equals(followsMedicareReductions);
    }

    /** Whether the contract itself says what the modifier does. */
    boolean saysOf(String modifier) {
        return modifiers != null
                && modifiers.stream().anyMatch(rule -> rule.modifier().equals(modifier));
    }

    /**
     * Medicare's physician fee schedule.
     *
     * @param percent e.g. 120
     * @param contractor the Medicare administrative contractor's number of the locality
     */
    @Schema(name = "PercentOfMedicare")
    public record PercentOfMedicare(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Digits(integer = 4, fraction = 3)
            BigDecimal percent,

            @NotNull
            @Pattern(regexp = "[0-9]{5}", message = "must be a contractor's number of five digits")
            @Schema(examples = "10112")
            String contractor,

            @NotNull
            @Pattern(regexp = "[0-9]{2}", message = "must be a locality of two digits")
            @Schema(examples = "00")
            String locality) {}

    /** @param percent of the amount, e.g. 150 for modifier 50 */
    @Schema(name = "ModifierPercent")
    public record ModifierPercent(
            @NotNull @Pattern(regexp = "[0-9A-Z]{2}", message = "must be a modifier of two characters")
            String modifier,

            @NotNull @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 3)
            BigDecimal percent) {}
}
