package org.superbill.billing.edittable;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a file in a header {@code Content-Disposition}. Source: RFC 6266, section 4.1. */
final class FileName {
    private static final Pattern FILENAME =
            Pattern.compile("(?i)(?:^|;)\\s*filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final String NAMELESS = "file";

    private FileName() {}

    static String in(@Nullable String disposition) {
        var found = FILENAME.matcher(disposition == null ? "" : disposition);
        if (!found.find()) {
            return NAMELESS;
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
