package org.superbill.servicekit.request;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a file in a header {@code Content-Disposition}. Source: RFC 6266, section 4.1. */
public final class FileName {
    private static final Pattern FILENAME =
            Pattern.compile("(?i)(?:^|;)\\s*filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

    private FileName() {}

    /** Empty where the header names none. */
    public static Optional<String> in(@Nullable String disposition) {
        if (disposition == null) {
            return Optional.empty();
        }
        var found = FILENAME.matcher(disposition);
        return found.find() ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1)) : Optional.empty();
    }
}
