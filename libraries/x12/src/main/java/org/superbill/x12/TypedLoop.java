package org.superbill.x12;

import java.util.List;

/** A loop with typed accessors. It wraps the loop as it was read, so that nothing is lost when it is written again. */
public interface TypedLoop {
    Loop loop();

    /** The segments of this loop and the loops in it, in order. */
    default List<Segment> segments() {
        return loop().allSegments();
    }
}
