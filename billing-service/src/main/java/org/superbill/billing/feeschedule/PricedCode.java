package org.superbill.billing.feeschedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/**
 * The price of a procedure, alone or with modifiers.
 *
 * @param modifiers that a service has to have; absent or empty: any
 * @param perUnit whether the amount is for each unit; absent: yes
 */
@Schema(name = "PricedCode")
public record PricedCode(
        @NotNull
        @Pattern(regexp = "[0-9A-Z]{5}", message = "must be a procedure code of five characters")
        @Schema(examples = "99213")
        String procedureCode,

        @Nullable @Size(max = 4)
        List<@NotNull @Pattern(regexp = "[0-9A-Z]{2}", message = "must be a modifier of two characters") String>
                modifiers,

        @NotNull @PositiveOrZero @Max(9_999_999_999L) Long amountCents,
        @Nullable Boolean perUnit) {

    /** As it is stored: sorted, so that 25,59 and 59,25 are the same. */
    public String modifierKey() {
        return modifiers == null
                ? ""
                : String.join(",", modifiers.stream().sorted().distinct().toList());
    }

    public static PricedCode stored(String procedureCode, String modifierKey, long amountCents, boolean perUnit) {
        return new PricedCode(
                procedureCode,
                modifierKey.isEmpty() ? List.of() : List.of(modifierKey.split(",")),
                amountCents,
                perUnit);
    }

    private boolean fits(Collection<String> ofService) {
        return modifiers == null || ofService.containsAll(modifiers);
    }

    private int modifierCount() {
        return modifiers == null ? 0 : modifiers.size();
    }

    /** The price that says most of the service: the one with the most modifiers, all of which the service has. */
    public static Optional<PricedCode> best(Collection<PricedCode> prices, Collection<String> modifiers) {
        return prices.stream()
                .filter(price -> price.fits(modifiers))
                .max(Comparator.comparingInt(PricedCode::modifierCount).thenComparing(PricedCode::modifierKey));
    }

    /** For so many units, rounded half up to a cent. */
    public Cents total(BigDecimal units) {
        return Boolean.FALSE.equals(perUnit)
                ? Cents.of(amountCents)
                : Cents.of(BigDecimal.valueOf(amountCents)
                        .multiply(units)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }
}
