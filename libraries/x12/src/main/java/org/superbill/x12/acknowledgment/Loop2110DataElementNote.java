package org.superbill.x12.acknowledgment;

import org.superbill.x12.Loop;

/** An element with an error (999 loop 2110). */
public record Loop2110DataElementNote(Loop loop) implements Loop2110 {
    /** IK401-1, from 1. */
    public String element() {
        return loop.required("IK4").component(1, 1);
    }

    /** IK403: 1 missing, 7 not a code of the list … */
    public String code() {
        return loop.required("IK4").element(3);
    }
}
