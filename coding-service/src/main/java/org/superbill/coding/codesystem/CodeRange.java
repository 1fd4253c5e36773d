package org.superbill.coding.codesystem;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a code system: the codes from one beginning to another, both included with all that begins so. {@code E11} is E11 and what stands under it,
 * {@code I20-I25} a block.
 *
 * @param system null for any
 */
public record CodeRange(@Nullable CodeSystem system, String first, String last) {
    private static final Pattern WRITTEN =
            Pattern.compile("([0-9A-Za-z][0-9A-Za-z.]{0,11})(?:-([0-9A-Za-z][0-9A-Za-z.]{0,11}))?");

    /** Empty when it is neither a beginning of codes nor two of them parted by a dash. */
    public static Optional<CodeRange> of(@Nullable CodeSystem system, String written) {
        var parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var first = stored(parts.group(1));
        var last = parts.group(2) == null ? first : stored(parts.group(2));
        return first.compareTo(last) <= 0 ? Optional.of(new CodeRange(system, first, last)) : Optional.empty();
    }

    public boolean has(CodeSystem other, String code) {
        return (system == null || system == other)
                && code.compareTo(first) >= 0
                && (code.compareTo(last) <= 0 || code.startsWith(last));
    }

    private static String stored(String beginning) {
        return beginning.replace(".", "").toUpperCase(Locale.ROOT);
    }
}
