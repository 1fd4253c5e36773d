package org.superbill.x12;

/** A segment with typed accessors. It wraps the segment as it was read, so that nothing is lost when it is written again. */
public interface TypedSegment {
    Segment segment();
}
