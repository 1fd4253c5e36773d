package org.superbill.x12;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.guide.LoopDef;

/** Collects the parts of a loop in any order; the guide's order is made when it is built. */
public final class LoopBuilder {
    private final LoopDef def;
    private final List<LoopPart> parts = new ArrayList<>();

    public LoopBuilder(LoopDef def) {
        this.def = def;
    }

    /** Adds a part; null is left out. */
    public LoopBuilder add(@Nullable LoopPart part) {
        if (part != null) {
            parts.add(part);
        }
        return this;
    }

    public LoopBuilder add(@Nullable TypedLoop loop) {
        return loop == null ? this : add(loop.loop());
    }

    public LoopBuilder add(@Nullable TypedSegment segment) {
        return segment == null ? this : add(segment.segment());
    }

    public LoopBuilder addAll(Collection<? extends LoopPart> more) {
        parts.addAll(more);
        return this;
    }

    /** Adds a segment; see {@link Segment#of}. */
    public LoopBuilder segment(String id, @Nullable String... elements) {
        return add(Segment.of(id, elements));
    }

    /** @throws IllegalArgumentException when a child loop does not belong into this loop */
    public Loop build() {
        return def.assemble(parts);
    }
}
