package org.superbill.billing.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a report.
 *
 * @param figure its name in the report, by which it is opened
 * @param value absent where the denominator is zero
 * @param numerator for a quotient: what is divided, written beside it
 * @param denominator by what
 */
@Schema(name = "ReportFigure")
public record Figure(
        String figure,
        String meaning,
        Unit unit,
        @Nullable BigDecimal value,
        @Nullable Term numerator,
        @Nullable Term denominator) {
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
    private static final int DECIMALS = 4;

    /** What a figure counts. */
    public enum Unit {
        CENTS,
        CLAIMS,
        DAYS,
        RATIO;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A side of a quotient; a figure of the report by itself. */
    @Schema(name = "ReportFigureTerm")
    public record Term(String figure, BigDecimal value) {
        static Term of(Figure figure) {
            return new Term(figure.figure, figure.value == null ? BigDecimal.ZERO : figure.value);
        }
    }

    static Figure cents(String figure, String meaning, BigInteger cents) {
        return new Figure(figure, meaning, Unit.CENTS, new BigDecimal(cents), null, null);
    }

    static Figure claims(String figure, String meaning, long count) {
        return new Figure(figure, meaning, Unit.CLAIMS, BigDecimal.valueOf(count), null, null);
    }

    /** @param times what the quotient is multiplied with */
    static Figure quotient(String figure, String meaning, Unit unit, Figure numerator, Figure denominator, long times) {
        var above = Term.of(numerator);
        var below = Term.of(denominator);
        var value = below.value().signum() == 0
                ? null
                : above.value()
                        .multiply(BigDecimal.valueOf(times))
                        .divide(below.value(), DIGITS)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return new Figure(figure, meaning, unit, value, above, below);
    }
}
