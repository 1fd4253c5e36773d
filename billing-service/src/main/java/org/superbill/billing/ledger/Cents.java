package org.superbill.billing.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;

/** An amount of US money; overflows loudly, is never rounded. */
public record Cents(@JsonValue long value) implements Comparable<Cents> {
    public static final Cents ZERO = new Cents(0);

    /** More than this is no amount that a claim or a payment has. Source: 005010X222A1, loop 2300, CLM02 (ten digits). */
    public static final Cents MOST = new Cents(9_999_999_999L);

    @JsonCreator
    public static Cents of(long value) {
        return value == 0 ? ZERO : new Cents(value);
    }

    /**
     * @param dollars an amount as X12 writes it, e.g. {@code 40.5}
     * @throws ArithmeticException for a fraction of a cent, or more than {@link #MOST}
     */
    public static Cents ofDollars(BigDecimal dollars) {
        if (dollars.abs().compareTo(MOST.dollars()) > 0) {
            throw new ArithmeticException("more than " + MOST.dollars());
        }
        return of(dollars.movePointRight(2).longValueExact());
    }

    public static <T> Cents sum(Collection<T> things, Function<? super T, Cents> amount) {
        return things.stream().map(amount).reduce(ZERO, Cents::plus);
    }

    public Cents plus(Cents other) {
        return of(Math.addExact(value, other.value));
    }

    public Cents minus(Cents other) {
        return of(Math.subtractExact(value, other.value));
    }

    public Cents negated() {
        return of(Math.negateExact(value));
    }

    public boolean isZero() {
        return value == 0;
    }

    /** With both digits of the cents. */
    public BigDecimal dollars() {
        return BigDecimal.valueOf(value, 2);
    }

    /** As X12 writes dollars: without zeros at the end (005010X222A1, appendix B.1.1.3.1.2). */
    public BigDecimal x12() {
        return dollars().stripTrailingZeros();
    }

    @Override
    public int compareTo(Cents other) {
        return Long.compare(value, other.value);
    }
}
