package org.superbill.x12.part;

import org.superbill.x12.Segment;

/**
 * A reference number (REF).
 *
 * @param qualifier REF01: EI tax id, D9 clearinghouse number, G1 prior authorization, F8 payer's claim number, 6R line control number …
 * @param value REF02, up to 50 characters
 */
public record Reference(String qualifier, String value) {
    public static Reference of(Segment ref) {
        return new Reference(ref.element(1), ref.element(2));
    }

    public Segment ref() {
        return Segment.of("REF", qualifier, value);
    }
}
