package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a task is about. */
public enum TaskKind {
    /** A document came when coding had begun, or was over: closed by who has seen it. */
    LATE_DOCUMENT,
    /** An audit has upheld an error after the bill: closed by the amendment. */
    AUDIT_ERROR;

    /** As on the wire: {@code late-document}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TaskKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
