package org.superbill.x12;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong at one place of a file.
 *
 * @param level which acknowledgment segment reports it, and so which code list {@code code} is of
 * @param code TA105, AK905, IK502, IK304 or IK403, by level
 * @param interchange the how-manieth interchange of the file, from 1; the other counts likewise, 0 where it does not apply
 * @param segment the position in the transaction set, of ST 1
 * @param loop the guide's name of the loop, empty outside of loops
 * @param element from 1, 0 when the error is the whole segment's
 * @param component from 1, 0 when the error is the whole element's
 * @param repetition from 1, 0 when the element is not repeated
 * @param elementNumber the data element's number in the dictionary
 * @param message a plain sentence without a value of the file
 * @param value what stands there; it may be patient data, so {@link #toString} leaves it out
 * @param snip the level of checking that found it, 1 to 5 as WEDI's SNIP counts them
 * @param rule the name of the situational rule that is broken; null for what follows from the guide's tables and the envelope
 * @param trigger why the rule applies: the place that demands or forbids this one
 */
public record X12Error(
        Level level,
        String code,
        int interchange,
        int group,
        int transaction,
        int segment,
        String segmentId,
        String loop,
        int element,
        int component,
        int repetition,
        @Nullable String elementNumber,
        String message,
        @Nullable String value,
        int snip,
        Severity severity,
        @Nullable String rule,
        @Nullable Trigger trigger) {

    /** An error of the envelope or of the guide's tables. */
    public X12Error(
            Level level,
            String code,
            int interchange,
            int group,
            int transaction,
            int segment,
            String segmentId,
            String loop,
            int element,
            int component,
            int repetition,
            @Nullable String elementNumber,
            String message,
            @Nullable String value) {
        this(
                level,
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
                elementNumber,
                message,
                value,
                snip(level, code),
                Severity.ERROR,
                null,
                null);
    }

    /** Syntax is of level 1; what only the guide demands (codes, usage, repeats) is of level 2. */
    private static int snip(Level level, String code) {
        return switch (level) {
            case INTERCHANGE, GROUP, TRANSACTION -> 1;
            case SEGMENT -> code.startsWith("I") || code.equals("3") || code.equals("4") || code.equals("5") ? 2 : 1;
            case ELEMENT -> code.startsWith("I") || code.equals("1") || code.equals("7") || code.equals("11") ? 2 : 1;
        };
    }

    /** Whether a payer may reject for it. */
    public enum Severity {
        ERROR,
        /** Worth a look; acknowledgments do not tell it. */
        WARNING
    }

    /**
     * The place that makes a situational rule apply (999, CTX with SITUATIONAL TRIGGER).
     *
     * @param position of the segment in the transaction set
     * @param element from 1, 0 for the whole segment; component likewise
     */
    public record Trigger(String segmentId, int position, String loop, int element, int component) {}

    /** The part of the envelope that an error belongs to. */
    public enum Level {
        /** TA1, TA105. */
        INTERCHANGE,
        /** 999, AK905. */
        GROUP,
        /** 999, IK502. */
        TRANSACTION,
        /** 999, IK304. */
        SEGMENT,
        /** 999, IK403. */
        ELEMENT
    }

    /** SV101-2, CLM02, REF: the place inside the segment, as the field writes it. */
    public String place() {
        if (element == 0) {
            return segmentId;
        }
        return component == 0
                ? "%s%02d".formatted(segmentId, element)
                : "%s%02d-%d".formatted(segmentId, element, component);
    }

    public boolean isWarning() {
        return severity == Severity.WARNING;
    }

    @Override
    public String toString() {
        return "%s %s at %d.%d.%d.%d %s %s: %s"
                .formatted(level, code, interchange, group, transaction, segment, loop, place(), message);
    }
}
