package org.superbill.payersimulator.claims;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the payer has paid an account, by its own count; a payment that was sent twice is in them once. Money in cents, in the sense of the 835: reversals are below zero, and a PLB
 * amount more than zero takes money from the payee.
 *
 * @param payments remittances, those of zero too
 * @param paidCents the sum of BPR02
 * @param claims CLP segments but reversals
 * @param reversals CLP segments of status 22
 * @param claimPaidCents the sum of CLP04
 * @param adjustedCents the sums of CAS amounts, by group code
 * @param outsideCents the sums of PLB amounts, by reason code
 */
public record Books(
        long payments,
        long paidCents,
        long claims,
        long reversals,
        long claimPaidCents,
        Map<String, Long> adjustedCents,
        Map<String, Long> outsideCents) {
    public static final Books EMPTY = new Books(0, 0, 0, 0, 0, Map.of(), Map.of());

    public Books {
        adjustedCents = new TreeMap<>(adjustedCents);
        outsideCents = new TreeMap<>(outsideCents);
    }

    public Books plus(Books more) {
        return new Books(
                payments + more.payments,
                paidCents + more.paidCents,
                claims + more.claims,
                reversals + more.reversals,
                claimPaidCents + more.claimPaidCents,
                sum(adjustedCents, more.adjustedCents),
                sum(outsideCents, more.outsideCents));
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        var sums = new TreeMap<>(one);
        other.forEach((key, cents) -> sums.merge(key, cents, Math::addExact));
        return sums;
    }
}
