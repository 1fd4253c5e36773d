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
    private int fileErrors;

    int interchange;
    int group;
    int transaction;
    /** Position of the current segment in its transaction set, ST being 1. */
    int segment;

    private List<X12Error> inTransaction = new ArrayList<>();
    private @Nullable List<X12Error> inUnit;

    ErrorLog(Consumer<X12Error> listener, int limit) {
        this.listener = listener;
        this.limit = limit;
    }

    void startTransaction() {
        inTransaction = new ArrayList<>();
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
        add(new X12Error(
                Level.SEGMENT,
                code,
                interchange,
                group,
                transaction,
                segment,
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

    private void add(X12Error error) {
        if (inTransaction.size() < limit) {
            inTransaction.add(error);
            if (inUnit != null) {
                inUnit.add(error);
            }
            listener.accept(error);
        }
    }
}
