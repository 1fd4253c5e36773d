package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a task is about. */
public enum TaskKind {
    /** A document came when coding had begun, or was over: closed by who has seen it. */
    LATE_DOCUMENT,
    /** An audit has upheld an error after the bill: closed by the version that mends it. */
    AUDIT_ERROR,
    /** A question about a released case is answered: closed by an amendment that somebody begins after it, or by who asked, who says why nothing is to be amended. */
    QUERY_ANSWERED,
    /** Another has taken the case, or given it to another: closed by whose it was, who knows it now, else when the case is theirs again, or released. */
    HANDED_OVER;

    /** As on the wire: {@code late-document}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TaskKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
