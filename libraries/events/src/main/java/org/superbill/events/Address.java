package org.superbill.events;

import org.jspecify.annotations.Nullable;

/**
 * A United States postal address.
 *
 * @param state two letters
 * @param postalCode 5 or 9 digits, without a hyphen (N403)
 */
public record Address(String line1, @Nullable String line2, String city, String state, String postalCode) {}
