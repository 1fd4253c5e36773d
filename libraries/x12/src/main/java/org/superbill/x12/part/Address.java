package org.superbill.x12.part;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;

/**
 * A postal address (N3, N4).
 *
 * @param line1 N301, up to 55 characters
 * @param line2 N302
 * @param city N401, 2 to 30
 * @param state N402, of addresses in the United States and Canada
 * @param postalCode N403, without a hyphen
 * @param country N404, only outside of the United States
 */
public record Address(
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country) {

    public static Address of(String line1, String city, String state, String postalCode) {
        return new Address(line1, null, city, state, postalCode, null);
    }

    /** Null when the loop has no N3. */
    public static @Nullable Address of(Loop loop) {
        var n3 = loop.segment("N3");
        if (n3 == null) {
            return null;
        }
        var n4 = loop.segment("N4");
        return n4 == null
                ? new Address(n3.element(1), n3.value(2), "", null, null, null)
                : new Address(n3.element(1), n3.value(2), n4.element(1), n4.value(2), n4.value(3), n4.value(4));
    }

    /** N3 and N4. */
    public List<Segment> segments() {
        return List.of(Segment.of("N3", line1, line2), Segment.of("N4", city, state, postalCode, country));
    }

    /** Without the address, which may be a patient's. */
    @Override
    public String toString() {
        return "Address[]";
    }
}
