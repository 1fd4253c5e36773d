package org.superbill.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.X12Error.Level;

/** Where the reader is in the file, and the errors it has found there; a limited number of them is kept and told. */
final class ErrorLog {
    private final Consumer<X12Error> listener;
    private final int limit;
    private final int deepest;
    private int fileErrors;
    private int warnings;

    int interchange;
    int group;
    int transaction;
    /** Position of the current segment in its transaction set, ST being 1. */
    int segment;

    private List<X12Error> inTransaction = new ArrayList<>();
    private @Nullable List<X12Error> inUnit;

    /** @param deepest the SNIP level beyond which nothing is told */
    ErrorLog(Consumer<X12Error> listener, int limit, int deepest) {
        this.listener = listener;
        this.limit = limit;
        this.deepest = deepest;
    }

    void startTransaction() {
        inTransaction = new ArrayList<>();
        warnings = 0;
        inUnit = null;
    }

    void startUnit() {
        inUnit = new ArrayList<>();
    }

    List<X12Error> endUnit() {
        var errors = inUnit;
        inUnit = null;
        return errors == null ? List.of() : errors;
    }

    List<X12Error> ofTransaction() {
        return inTransaction;
    }

    void envelope(Level level, String code, String segmentId, int element, String message) {
        if (level == Level.TRANSACTION) {
            add(new X12Error(
                    level,
                    code,
                    interchange,
                    group,
                    transaction,
                    segment,
                    segmentId,
                    "",
                    element,
                    0,
                    0,
                    null,
                    message,
                    null));
        } else if (fileErrors++ < limit) {
            int inGroup = level == Level.GROUP ? group : 0;
            listener.accept(new X12Error(
                    level, code, interchange, inGroup, 0, 0, segmentId, "", element, 0, 0, null, message, null));
        }
    }

    void segment(String code, String segmentId, String loop, String message) {
        segment(segment, code, segmentId, loop, message);
    }

    void segment(int position, String code, String segmentId, String loop, String message) {
        add(new X12Error(
                Level.SEGMENT,
                code,
                interchange,
                group,
                transaction,
                position,
                segmentId,
                loop,
                0,
                0,
                0,
                null,
                message,
                null));
    }

    void element(
            String code,
            String segmentId,
            String loop,
            int element,
            int component,
            int repetition,
            @Nullable String number,
            String message,
            @Nullable String value) {
        add(new X12Error(
                Level.ELEMENT,
                code,
                interchange,
                group,
                transaction,
                segment,
                segmentId,
                loop,
                element,
                component,
                repetition,
                number,
                message,
                value));
    }

    /** Warnings have a limit of their own, so that they push no error out. */
    void add(X12Error error) {
        if (error.snip() > deepest) {
            return;
        }
        boolean room = error.isWarning() ? warnings < limit : inTransaction.size() - warnings < limit;
        if (room) {
            warnings += error.isWarning() ? 1 : 0;
            inTransaction.add(error);
            if (inUnit != null) {
                inUnit.add(error);
            }
            listener.accept(error);
        }
    }
}
