package org.superbill.payersimulator.claims;

import java.time.LocalDate;

/**
 * A remittance on its way to a mailbox.
 *
 * @param on the day from which it is to be there
 * @param number its place among those of the day
 */
public record Outgoing(LocalDate on, long number, String account, byte[] file) {
    private static final String PARTED = "\u0001";

    static Outgoing of(String key, byte[] file) {
        var parts = key.split(PARTED);
        return new Outgoing(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), parts[2], file);
    }

    String key() {
        return String.join(PARTED, on.toString(), "%019d".formatted(number), account);
    }
}
