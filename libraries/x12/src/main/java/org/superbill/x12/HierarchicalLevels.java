package org.superbill.x12;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.Usage;

/** Numbers the HL segments of a transaction set: HL01 in the order of the file, HL02 the level above, HL04 whether levels follow in it. */
final class HierarchicalLevels {
    private final Guide guide;
    private int last;

    private HierarchicalLevels(Guide guide) {
        this.guide = guide;
    }

    static Loop numbered(Guide guide, Loop root) {
        return new HierarchicalLevels(guide).number(root, "");
    }

    /** Loops nest as deep as a guide's loops do. */
    private Loop number(Loop loop, String parent) {
        var parts = new ArrayList<LoopPart>(loop.parts());
        var own = parent;
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Segment segment) {
                if (segment.is("HL")) {
                    own = String.valueOf(++last);
                    parts.set(at, Segment.of("HL", own, parent, segment.element(3), childCode(loop)));
                }
            } else {
                parts.set(at, number((Loop) parts.get(at), own));
            }
        }
        return new Loop(loop.id(), parts);
    }

    /** HL04, which not every level of every guide has. */
    private @Nullable String childCode(Loop loop) {
        if (guide.loop(loop.id()).trigger().elements().get(3).usage() == Usage.NOT_USED) {
            return null;
        }
        return hasLevels(loop) ? "1" : "0";
    }

    private static boolean hasLevels(Loop loop) {
        return loop.parts().stream().anyMatch(part -> part instanceof Loop child && child.segment("HL") != null);
    }
}
