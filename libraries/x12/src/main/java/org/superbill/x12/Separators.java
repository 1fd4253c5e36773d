package org.superbill.x12;

/**
 * The delimiters of an interchange, as its ISA segment sets them.
 *
 * @param repetition ISA11; {@code 'U'} or another letter means that the interchange has none
 */
public record Separators(char element, char repetition, char component, char segment) {
    public static final Separators DEFAULT = new Separators('*', '^', ':', '~');

    /** Whether the character may not stand in data. */
    boolean isDelimiter(char c) {
        return c == element || c == component || c == segment || c == repetition && hasRepetition();
    }

    public boolean hasRepetition() {
        return !Character.isLetterOrDigit(repetition);
    }
}
