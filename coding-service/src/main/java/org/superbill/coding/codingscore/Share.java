package org.superbill.coding.codingscore;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A share with what it says of all: the 95 % confidence interval by Wilson's score method (E. B. Wilson, 1927), which holds for small
 * numbers and near 1 too.
 *
 * @param of how many there were; of none there is no share
 * @param share four decimals, as the bounds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingShare")
public record Share(
        long right,
        long of,
        @Nullable BigDecimal share,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper) {
    /** Of the normal distribution, for 95 % on both sides. */
    private static final double Z = 1.959963984540054;

    private static final int DECIMALS = 4;

    /** @param of 0 or more, of which {@code right} are right */
    public static Share of(long right, long of) {
        if (of == 0) {
            return new Share(right, of, null, null, null);
        }
        var share = (double) right / of;
        var denominator = 1 + Z * Z / of;
        var middle = (share + Z * Z / (2 * of)) / denominator;
        var half = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of)) / denominator;
        return new Share(right, of, rounded(share), rounded(middle - half), rounded(middle + half));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(Math.min(1, Math.max(0, value))).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
