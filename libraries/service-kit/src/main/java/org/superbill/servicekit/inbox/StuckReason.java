package org.superbill.servicekit.inbox;

import java.util.Locale;

/**
 * Why an event is stuck.
 *
 * @param text for people, without patient data
 */
record StuckReason(Code code, String text) {
    /** The word that programs can rely on. */
    enum Code {
        /** An earlier event of its subject has not come. */
        PREDECESSOR_MISSING,
        /** The patient, coverage, payer … that it names has not come. */
        STATE_MISSING,
        /** This release has no handler for the version of its type. */
        UNKNOWN_VERSION,
        /** Its CloudEvents headers do not say what must be known. */
        UNREADABLE_ENVELOPE,
        /** Its data is not of the event's form. */
        UNREADABLE_DATA,
        /** It can be read, and what it says cannot be applied. */
        REFUSED,
        /** Our own fault. */
        FAULT;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static StuckReason behind(long last) {
        return new StuckReason(Code.PREDECESSOR_MISSING, "sequence " + (last + 1) + " of the same subject");
    }

    static StuckReason waitsFor(NotYet missing) {
        return new StuckReason(Code.STATE_MISSING, String.valueOf(missing.getMessage()));
    }

    /** Of an attempt that failed, and not because the event has to wait. */
    static StuckReason of(Throwable failure) {
        return new StuckReason(codeOf(failure), Failure.describe(failure));
    }

    private static Code codeOf(Throwable failure) {
        var cannotApply = Failure.find(failure, CannotApply.class);
        if (cannotApply != null) {
            return cannotApply.code();
        }
        if (Failure.find(failure, UnreadableEnvelope.class) != null) {
            return Code.UNREADABLE_ENVELOPE;
        }
        return Failure.of(failure) == Failure.FOR_GOOD ? Code.REFUSED : Code.FAULT;
    }
}
