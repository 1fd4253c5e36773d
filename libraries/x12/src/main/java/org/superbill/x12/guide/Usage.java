package org.superbill.x12.guide;

/** How a guide wants a loop, segment or element: always, when its situation is given, or never. */
public enum Usage {
    REQUIRED,
    SITUATIONAL,
    NOT_USED;

    static Usage of(String letter) {
        return switch (letter) {
            case "R" -> REQUIRED;
            case "S" -> SITUATIONAL;
            case "N" -> NOT_USED;
            default -> throw new IllegalArgumentException("Usage is R, S or N, not " + letter);
        };
    }
}
