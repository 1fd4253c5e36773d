package org.superbill.x12.guide;

/** What a loop consists of by its guide: a segment or a loop, with its place, usage and repeat. */
public sealed interface PartDef permits SegmentDef, LoopUse {

    /** The place among its siblings; equal ordinals come in any order. */
    int ordinal();

    Usage usage();

    /** How often it may stand there; {@link Integer#MAX_VALUE} when the guide sets no limit. */
    int repeat();

    /** The segment that stands for this part: itself, or the loop's first. */
    SegmentDef trigger();

    String name();
}
