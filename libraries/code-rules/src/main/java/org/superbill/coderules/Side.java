package org.superbill.coderules;

import java.util.Locale;

/** Which side of the body a code is for. */
public enum Side {
    RIGHT,
    LEFT,
    BILATERAL,
    /** The code leaves the side open although codes with a side stand beside it. */
    UNSPECIFIED;

    /** {@code right}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
