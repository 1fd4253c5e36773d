package org.superbill.x12.cli;

import org.jspecify.annotations.Nullable;

/** Values of a file as they are shown: hidden, unless the user wants to see them. */
final class Masking {
    private static final int SHOWN = 2;
    private static final int LONGEST = 60;

    private final boolean showValues;

    Masking(boolean showValues) {
        this.showValues = showValues;
    }

    /** SMITH123 as ******23, short values as stars only, so that a person who has the file finds it. */
    String show(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var plain = plain(value);
        if (showValues) {
            return plain;
        }
        int shown = plain.length() > 3 * SHOWN ? SHOWN : 0;
        return "*".repeat(plain.length() - shown) + plain.substring(plain.length() - shown);
    }

    /** A person's name, empty when it is hidden. */
    String name(String name) {
        return showValues ? plain(name) : "";
    }

    /** Without what a terminal would take as a command. */
    static String plain(String value) {
        var text = new StringBuilder();
        for (int at = 0; at < value.length() && at < LONGEST; at++) {
            char c = value.charAt(at);
            text.append(
                    switch (c) {
                        case '\u001D' -> '*';
                        case '\u001E' -> '^';
                        case '\u001F' -> ':';
                        default -> c < ' ' || c >= 0x7F && c < 0xA0 ? '?' : c;
                    });
        }
        return text.toString();
    }
}
