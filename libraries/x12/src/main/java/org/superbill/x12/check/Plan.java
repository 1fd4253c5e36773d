package org.superbill.x12.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.superbill.x12.check.Rule.When;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.SegmentDef;

/** Which rules of a guide are asked where: looked up once, so that reading a segment costs no search. Rules are named by index. */
final class Plan {
    /** What is asked in one loop of the guide. @param segments by the index of the loop's part */
    record OfLoop(int[] atBegin, int[] atEnd, int[][] segments) {}

    private static final int[] NONE = {};

    private final Guide guide;
    private final List<Rule> rules;
    private final Map<LoopDef, OfLoop> loops = new IdentityHashMap<>();

    Plan(Guide guide, List<Rule> rules) {
        this.guide = guide;
        this.rules = List.copyOf(rules);
        visit(guide.root());
    }

    private void visit(LoopDef loop) {
        if (loops.containsKey(loop)) {
            return;
        }
        var parts = loop.parts();
        var segments = new int[parts.size()][];
        for (int at = 0; at < segments.length; at++) {
            segments[at] = parts.get(at) instanceof SegmentDef def ? asked(When.SEGMENT, def.id()) : NONE;
        }
        loops.put(loop, new OfLoop(asked(When.BEGIN, loop.id()), asked(When.END, loop.id()), segments));
        for (var part : parts) {
            if (part instanceof LoopUse use) {
                visit(use.loop()); // as deep as the guide
            }
        }
    }

    private int[] asked(When when, String place) {
        var found = new ArrayList<Integer>();
        for (int at = 0; at < rules.size(); at++) {
            if (rules.get(at).when() == when && rules.get(at).places().contains(place)) {
                found.add(at);
            }
        }
        return found.isEmpty()
                ? NONE
                : found.stream().mapToInt(Integer::intValue).toArray();
    }

    Guide guide() {
        return guide;
    }

    List<Rule> rules() {
        return rules;
    }

    OfLoop of(LoopDef loop) {
        var ofLoop = loops.get(loop);
        if (ofLoop == null) {
            throw new IllegalStateException("Loop " + loop.id() + " is not of guide " + guide.id());
        }
        return ofLoop;
    }
}
