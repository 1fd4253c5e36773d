package org.superbill.coding.codefile;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a file in a header {@code Content-Disposition}. Source: RFC 6266, section 4.1. */
final class FileName {
    private static final Pattern FILENAME =
            Pattern.compile("(?i)(?:^|;)\\s*filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

    private FileName() {}

    static @Nullable String in(@Nullable String disposition) {
        if (disposition == null) {
            return null;
        }
        var found = FILENAME.matcher(disposition);
        if (!found.find()) {
            return null;
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
