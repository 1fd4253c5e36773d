package org.superbill.x12.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.LoopDef;

/**
 * A loop while it is read, with the place of each segment in the transaction set. Loops that are handed over one at a time
 * (claims) and those around them are not kept in the loop that holds them; their number is.
 */
final class PlacedLoop {
    private static final LoopDef[] NO_KINDS = {};
    private static final int[] NO_COUNTS = {};

    private final LoopDef def;
    private final @Nullable PlacedLoop parent;
    private Segment[] segments = new Segment[6];
    private int[] keys = new int[6];
    private int[] positions = new int[6];
    private int size;
    private @Nullable List<PlacedLoop> loops;
    private LoopDef[] kinds = NO_KINDS;
    private int[] counts = NO_COUNTS;
    private @Nullable Loop plain;

    PlacedLoop(LoopDef def, @Nullable PlacedLoop parent, Segment first, int position) {
        this.def = def;
        this.parent = parent;
        add(first, position);
    }

    void add(Segment segment, int position) {
        if (size == segments.length) {
            segments = Arrays.copyOf(segments, 2 * size);
            keys = Arrays.copyOf(keys, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
        }
        segments[size] = segment;
        keys[size] = segment.key();
        positions[size++] = position;
        plain = null;
    }

    /** @param kept false for a claim and what surrounds it, of which there may be any number */
    @SuppressWarnings("ReferenceEquality") // there is one definition of each loop
    void closed(PlacedLoop loop, boolean kept) {
        if (kept) {
            if (loops == null) {
                loops = new ArrayList<>(4);
            }
            loops.add(loop);
            plain = null;
        }
        for (int at = 0; at < kinds.length; at++) {
            if (kinds[at] == loop.def) {
                counts[at]++;
                return;
            }
        }
        kinds = Arrays.copyOf(kinds, kinds.length + 1);
        counts = Arrays.copyOf(counts, kinds.length);
        kinds[kinds.length - 1] = loop.def;
        counts[kinds.length - 1] = 1;
    }

    String id() {
        return def.id();
    }

    boolean is(String loopId) {
        return def.id().equals(loopId);
    }

    LoopDef def() {
        return def;
    }

    @Nullable
    PlacedLoop parent() {
        return parent;
    }

    /** The loop of that id around this one, or null. */
    @Nullable
    PlacedLoop around(String loopId) {
        var loop = parent;
        while (loop != null && !loop.is(loopId)) {
            loop = loop.parent;
        }
        return loop;
    }

    /** The segment that opens the loop. */
    Segment first() {
        return segments[0];
    }

    int position() {
        return positions[0];
    }

    /** Where a segment of this loop stands; that of the loop when it is not its own. */
    @SuppressWarnings("ReferenceEquality") // two segments of a loop may be equal and stand at different places
    int position(Segment segment) {
        for (int at = size - 1; at >= 0; at--) { // the last is what is asked for most
            if (segments[at] == segment) {
                return positions[at];
            }
        }
        return positions[0];
    }

    int size() {
        return size;
    }

    Segment segment(int at) {
        return segments[at];
    }

    boolean is(int at, int key) {
        return keys[at] == key;
    }

    /** The first segment of that id that stands directly in this loop, or null. */
    @Nullable
    Segment segment(String segmentId) {
        int key = Segment.key(segmentId);
        for (int at = 0; at < size; at++) {
            if (keys[at] == key) {
                return segments[at];
            }
        }
        return null;
    }

    /** The first segment of that id with that first element, or null. */
    @Nullable
    Segment segment(String segmentId, String qualifier) {
        int key = Segment.key(segmentId);
        for (int at = 0; at < size; at++) {
            if (keys[at] == key && segments[at].elementIs(1, qualifier)) {
                return segments[at];
            }
        }
        return null;
    }

    boolean has(String segmentId) {
        return segment(segmentId) != null;
    }

    boolean has(String segmentId, String qualifier) {
        return segment(segmentId, qualifier) != null;
    }

    /** The first child loop of that id, or null; a claim is never among them. */
    @Nullable
    PlacedLoop loop(String loopId) {
        if (loops != null) {
            for (int at = 0; at < loops.size(); at++) {
                if (loops.get(at).is(loopId)) {
                    return loops.get(at);
                }
            }
        }
        return null;
    }

    /** The child loops that are kept, in order. */
    List<PlacedLoop> loops() {
        return loops == null ? List.of() : loops;
    }

    /** How many child loops of that id have ended up to now, kept or not. */
    int count(String loopId) {
        for (int at = 0; at < kinds.length; at++) {
            if (kinds[at].id().equals(loopId)) {
                return counts[at];
            }
        }
        return 0;
    }

    /** The same as a plain loop, for typed access; all segments come before the child loops. Made once, for several rules ask. */
    Loop toLoop() {
        var loopSoFar = plain;
        if (loopSoFar == null) {
            var parts = new ArrayList<LoopPart>(size);
            for (int at = 0; at < size; at++) {
                parts.add(segments[at]);
            }
            for (var loop : loops()) {
                parts.add(loop.toLoop()); // as deep as the guide, whatever the input
            }
            loopSoFar = new Loop(id(), parts);
            plain = loopSoFar;
        }
        return loopSoFar;
    }
}
