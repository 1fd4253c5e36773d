package org.superbill.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A loop as it stands in a file: its segments and child loops in order, those that no guide knows included.
 *
 * @param id the guide's name of the loop (2010AA); empty for a transaction, ST to SE
 */
public record Loop(String id, List<LoopPart> parts) implements LoopPart {
    public Loop {
        parts = List.copyOf(parts);
    }

    /** The first segment of that id that stands directly in this loop, or null. */
    public @Nullable Segment segment(String segmentId) {
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Segment segment && segment.is(segmentId)) {
                return segment;
            }
        }
        return null;
    }

    /** The first segment of that id whose first element is one of the qualifiers, or null. */
    public @Nullable Segment segment(String segmentId, String... qualifiers) {
        var wanted = List.of(qualifiers);
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Segment segment
                    && segment.is(segmentId)
                    && segment.elementIsOneOf(1, wanted)) {
                return segment;
            }
        }
        return null;
    }

    /** The segment, which a loop of this kind must have. @throws X12Exception when it is missing */
    public Segment required(String segmentId) {
        var segment = segment(segmentId);
        if (segment == null) {
            throw new X12Exception("Loop " + id + " has no segment " + segmentId);
        }
        return segment;
    }

    /** All segments of that id that stand directly in this loop. */
    public List<Segment> segments(String segmentId) {
        var found = new ArrayList<Segment>();
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Segment segment && segment.is(segmentId)) {
                found.add(segment);
            }
        }
        return found;
    }

    /** The first child loop of that id, or null. */
    public @Nullable Loop loop(String loopId) {
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Loop loop && loop.id.equals(loopId)) {
                return loop;
            }
        }
        return null;
    }

    /** The first child loop of that id in its typed form, or null. */
    public <T> @Nullable T loop(String loopId, Function<Loop, T> type) {
        var loop = loop(loopId);
        return loop == null ? null : type.apply(loop);
    }

    /** The child loop, which a loop of this kind must have, in its typed form. @throws X12Exception when it is missing */
    public <T> T required(String loopId, Function<Loop, T> type) {
        var loop = loop(loopId);
        if (loop == null) {
            throw new X12Exception((id.isEmpty() ? "The transaction" : "Loop " + id) + " has no loop " + loopId);
        }
        return type.apply(loop);
    }

    /** All child loops of that id in their typed form. */
    public <T> List<T> loops(String loopId, Function<Loop, T> type) {
        var found = new ArrayList<T>();
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Loop loop && loop.id.equals(loopId)) {
                found.add(type.apply(loop));
            }
        }
        return found;
    }

    /** All segments of this loop and of the loops in it, in the order of the file. */
    public List<Segment> allSegments() {
        var all = new ArrayList<Segment>();
        collect(all);
        return all;
    }

    /** Loops nest as deep as a guide's loops do (at most 8), whatever the input. */
    private void collect(List<Segment> all) {
        for (var part : parts) {
            if (part instanceof Segment segment) {
                all.add(segment);
            } else {
                ((Loop) part).collect(all);
            }
        }
    }

    /** The id and the number of parts only, for a loop may carry patient data. */
    @Override
    public String toString() {
        return "Loop[" + id + ", " + parts.size() + " parts]";
    }
}
