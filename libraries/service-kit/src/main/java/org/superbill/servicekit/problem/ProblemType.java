package org.superbill.servicekit.problem;

import java.net.URI;
import java.util.Locale;

/**
 * A kind of problem that a caller can act on. Each feature has an enum of them; a constant {@code CLAIM_STALE} is known to
 * callers as {@code https://superbill.org/problems/claim-stale} and has the page {@code docs/problems/claim-stale.md}.
 */
public interface ProblemType {

    /** In capitals with underscores, unique over all services. */
    String name();

    /** The HTTP status, 400 to 599. */
    int status();

    /** One sentence without a full stop; the same for every occurrence. */
    String title();

    /** What causes it and what to do about it, in Markdown, for the page of the problem; more than the title where that helps. */
    default String explanation() {
        return "";
    }

    /** The last part of the type's address: {@code claim-stale}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} of RFC 9457. */
    default URI uri() {
        return URI.create("https://superbill.org/problems/" + slug());
    }
}
