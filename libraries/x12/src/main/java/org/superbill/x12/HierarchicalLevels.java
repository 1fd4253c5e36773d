package org.superbill.x12;

import java.util.ArrayList;

/** Numbers the HL segments of a transaction set: HL01 in the order of the file, HL02 the level above, HL04 whether levels follow in it. */
final class HierarchicalLevels {
    private int last;

    private HierarchicalLevels() {}

    static Loop numbered(Loop root) {
        return new HierarchicalLevels().number(root, "");
    }

    /** Loops nest as deep as a guide's loops do. */
    private Loop number(Loop loop, String parent) {
        var parts = new ArrayList<LoopPart>(loop.parts());
        var own = parent;
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Segment segment) {
                if (segment.is("HL")) {
                    own = String.valueOf(++last);
                    parts.set(at, Segment.of("HL", own, parent, segment.element(3), hasLevels(loop) ? "1" : "0"));
                }
            } else {
                parts.set(at, number((Loop) parts.get(at), own));
            }
        }
        return new Loop(loop.id(), parts);
    }

    private static boolean hasLevels(Loop loop) {
        return loop.parts().stream().anyMatch(part -> part instanceof Loop child && child.segment("HL") != null);
    }
}
