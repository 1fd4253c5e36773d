package org.superbill.x12.acknowledgment;

import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;

/** An element with an error (999 loop 2110). */
public record Loop2110DataElementNote(Loop loop) implements Loop2110 {
    /** IK401-1, from 1. */
    public String element() {
        return loop.required("IK4").component(1, 1);
    }

    /** IK401-2. */
    public @Nullable String component() {
        return loop.required("IK4").componentValue(1, 2);
    }

    /** IK401-3. */
    public @Nullable String repetition() {
        return loop.required("IK4").componentValue(1, 3);
    }

    /** IK402: the data element's number. */
    public @Nullable String elementNumber() {
        return loop.required("IK4").value(2);
    }

    /** IK403: 1 missing, 7 not a code of the list … */
    public String code() {
        return loop.required("IK4").element(3);
    }

    /** IK404; it may be patient data. */
    public @Nullable String badValue() {
        return loop.required("IK4").value(4);
    }
}
