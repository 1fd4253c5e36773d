package org.superbill.servicekit.revision;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/**
 * The revision of an entity, which callers see as its ETag. As a parameter of a resource method: {@code @RestHeader("If-Match")
 * @Nullable Revision expected}; a call without it is then answered 428 ({@link Preconditions}), unless it is {@link IfStored}.
 *
 * @param value grows with each change; an entity tag that is none of ours is -1 and matches nothing
 */
@Schema(implementation = String.class, description = "The ETag that was read, with its quotation marks")
public record Revision(long value) {

    /** The value of the header {@code ETag}, with its quotation marks: {@code .header("ETag", revision.etag())}. */
    public String etag() {
        return "\"" + value + "\"";
    }

    /**
     * @param expected what the caller sent as If-Match
     * @param actual the revision that is stored
     * @throws Problem {@code IF_MATCH_MISSING}, {@code STALE}
     */
    public static void requireMatch(@Nullable Revision expected, long actual) {
        if (expected == null) {
            throw missing();
        }
        if (expected.value != actual) {
            throw new Problem(KitProblem.STALE, "If-Match names another revision than the stored one");
        }
    }

    /**
     * That of what a caller enters or, when it is there, changes.
     *
     * @param expected what the caller sent as If-Match; absent only for a first entry
     * @param stored the revision that is stored, read under a lock
     * @throws Problem {@code IF_MATCH_MISSING}, {@code STALE}
     */
    public static long next(@Nullable Revision expected, Optional<Long> stored) {
        stored.ifPresent(actual -> requireMatch(expected, actual));
        return stored.map(actual -> actual + 1).orElse(0L);
    }

    static Problem missing() {
        return new Problem(KitProblem.IF_MATCH_MISSING, "Send the ETag that was read as If-Match");
    }
}
