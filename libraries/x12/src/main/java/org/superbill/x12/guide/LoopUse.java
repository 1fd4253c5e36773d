package org.superbill.x12.guide;

/** A loop at one place of a guide. Loop 2300 of the 837 stands at two places, with another usage at each. */
public record LoopUse(LoopDef loop, int ordinal, Usage usage, int repeat) implements PartDef {
    @Override
    public SegmentDef trigger() {
        return loop.trigger();
    }

    @Override
    public String name() {
        return loop.name();
    }
}
