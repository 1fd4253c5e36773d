package org.superbill.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.PartDef;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;

/**
 * Puts the segments of a transaction set into the loops of its guide. A segment belongs to the innermost open loop that has a
 * place for it; where none has, it stays where it stands and is reported, so that nothing is lost.
 */
final class GuideWalker {

    /** A unit that is complete, with the loops around it. */
    record Complete(List<Loop> ancestors, Loop loop, List<X12Error> errors) {}

    private static final class Frame {
        final LoopDef loop;
        final int[] counts;
        /** Where each part stood first; of use only where it is counted. */
        final int[] firstAt;

        final List<LoopPart> parts = new ArrayList<>();
        int ordinal;
        long kept;

        @Nullable
        Loop snapshot;

        Frame(LoopDef loop, Segment first) {
            this.loop = loop;
            this.counts = new int[loop.parts().size()];
            this.firstAt = new int[counts.length];
            this.ordinal = loop.trigger().ordinal();
            add(first, weight(first));
        }

        void add(LoopPart part, long weight) {
            parts.add(part);
            kept += weight;
            snapshot = null;
        }

        Loop snapshot() {
            var loopSoFar = snapshot;
            if (loopSoFar == null) {
                loopSoFar = new Loop(loop.id(), parts);
                snapshot = loopSoFar;
            }
            return loopSoFar;
        }
    }

    private static final int SEGMENT_OVERHEAD = 60;

    /** About what a segment takes in memory. */
    static long weight(Segment segment) {
        return segment.text().length() + SEGMENT_OVERHEAD;
    }

    private final Guide guide;
    private final @Nullable Consumer<Complete> units;
    private final @Nullable ElementChecker checker;
    private final @Nullable SegmentWatch watch;
    private final ErrorLog errors;
    private final long limit;
    private final List<Frame> open = new ArrayList<>();
    private boolean overflown;
    private @Nullable PartHandler parts;

    private int depth;
    private int index;

    /** @param units null to keep the whole transaction set */
    GuideWalker(
            Guide guide,
            @Nullable Consumer<Complete> units,
            @Nullable ElementChecker checker,
            @Nullable SegmentWatch watch,
            ErrorLog errors,
            long limit) {
        this.guide = guide;
        this.units = units;
        this.checker = checker;
        this.watch = watch;
        this.errors = errors;
        this.limit = limit;
    }

    /** Hands over the parts of the loops above the units as they come, instead of units. */
    void handOver(PartHandler handler) {
        parts = handler;
    }

    void start(Segment st) {
        open.add(new Frame(guide.root(), st));
        if (parts != null) {
            release(open.get(0), parts);
        }
        check(guide.root().trigger(), st, "");
        if (watch != null) {
            watch.open(guide.root(), st, errors.segment);
        }
    }

    void accept(Segment segment) {
        if (overflown) {
            return;
        }
        int key = segment.key();
        if (inOrder(segment, key)) {
            place(segment);
        } else if (anywhere(segment, key)) {
            errors.segment("7", segment.id(), loopId(), "The segment is out of its order");
            place(segment);
        } else {
            unplaced(segment, key);
        }
        long kept = 0;
        for (int at = 0; at < open.size(); at++) {
            kept += open.get(at).kept;
        }
        if (kept > limit) {
            overflown = true;
            errors.segment(
                    "2", segment.id(), loopId(), "More than %d characters would have to be kept".formatted(limit));
        }
    }

    /** Finds the innermost place that the guide's order and repeats allow, else one that only its order allows. */
    private boolean inOrder(Segment segment, int key) {
        int overDepth = -1;
        int overIndex = -1;
        for (int level = open.size() - 1; level >= 0; level--) {
            var frame = open.get(level);
            for (int candidate : frame.loop.candidates(key)) {
                var part = frame.loop.part(candidate);
                if (part.ordinal() >= frame.ordinal && frame.loop.matches(candidate, segment)) {
                    if (frame.counts[candidate] < part.repeat()) {
                        depth = level;
                        index = candidate;
                        return true;
                    }
                    if (overDepth < 0) {
                        overDepth = level;
                        overIndex = candidate;
                    }
                }
            }
        }
        if (overDepth < 0) {
            return false;
        }
        depth = overDepth;
        index = overIndex;
        var part = open.get(depth).loop.part(index);
        boolean isLoop = part instanceof LoopUse;
        errors.segment(
                isLoop ? "4" : "5",
                segment.id(),
                isLoop ? ((LoopUse) part).loop().id() : open.get(depth).loop.id(),
                (isLoop ? "The loop" : "The segment") + " stands there more than %d times".formatted(part.repeat()));
        return true;
    }

    private boolean anywhere(Segment segment, int key) {
        for (int level = open.size() - 1; level >= 0; level--) {
            var frame = open.get(level);
            for (int candidate : frame.loop.candidates(key)) {
                if (frame.loop.matches(candidate, segment)) {
                    depth = level;
                    index = candidate;
                    return true;
                }
            }
        }
        return false;
    }

    private void place(Segment segment) {
        while (open.size() - 1 > depth) {
            close();
        }
        var frame = open.get(depth);
        PartDef part = frame.loop.part(index);
        if (frame.counts[index]++ == 0) {
            frame.firstAt[index] = errors.segment;
        }
        frame.ordinal = Math.max(frame.ordinal, part.ordinal());
        if (part.usage() == Usage.NOT_USED) {
            errors.segment("I4", segment.id(), frame.loop.id(), "The guide does not use this segment here");
        }
        if (part instanceof LoopUse use) {
            if (units != null && use.loop().id().equals(guide.unit())) {
                errors.startUnit();
            }
            var opened = new Frame(use.loop(), segment);
            open.add(opened);
            if (parts != null && guide.isAboveUnit(use.loop())) {
                parts.startLoop(use);
                release(opened, parts);
            }
            check(use.loop().trigger(), segment, use.loop().id());
            if (watch != null) {
                watch.open(use.loop(), segment, errors.segment);
            }
        } else {
            add(frame, segment, weight(segment));
            check((SegmentDef) part, segment, frame.loop.id());
            if (watch != null) {
                watch.segment(index, segment, errors.segment);
            }
        }
    }

    /** The guide knows no such segment here; one with a known id and an unknown qualifier goes to the loop that knows the id. */
    private void unplaced(Segment segment, int key) {
        for (int level = open.size() - 1; level >= 0; level--) {
            for (int candidate : open.get(level).loop.candidates(key)) {
                if (open.get(level).loop.part(candidate) instanceof SegmentDef) {
                    depth = level;
                    while (open.size() - 1 > depth) {
                        close();
                    }
                    errors.segment(
                            "2", segment.id(), loopId(), "The guide has no such segment with this qualifier here");
                    add(open.get(depth), segment, weight(segment));
                    return;
                }
            }
        }
        errors.segment("2", segment.id(), loopId(), "The guide has no such segment here");
        add(open.get(open.size() - 1), segment, weight(segment));
    }

    private void add(Frame frame, LoopPart part, long weight) {
        if (parts != null && guide.isAboveUnit(frame.loop)) {
            parts.part(part);
        } else {
            frame.add(part, weight);
        }
    }

    /** The first segment of a loop that is not kept. */
    private static void release(Frame frame, PartHandler handler) {
        handler.part(frame.parts.get(0));
        frame.parts.clear();
        frame.kept = 0;
    }

    private void check(SegmentDef def, Segment segment, String loopId) {
        if (checker != null) {
            checker.check(def, segment, loopId);
        }
    }

    private String loopId() {
        return open.get(open.size() - 1).loop.id();
    }

    private void close() {
        var frame = open.remove(open.size() - 1);
        reportMissing(frame);
        if (watch != null) {
            watch.close();
        }
        var parent = open.get(open.size() - 1);
        if (parts != null) {
            closePart(frame, parent, parts);
        } else if (units == null) {
            parent.add(new Loop(frame.loop.id(), frame.parts), frame.kept);
        } else if (frame.loop.id().equals(guide.unit())) {
            var ancestors = new ArrayList<Loop>(open.size());
            for (int at = 0; at < open.size(); at++) {
                ancestors.add(open.get(at).snapshot());
            }
            units.accept(new Complete(ancestors, new Loop(frame.loop.id(), frame.parts), errors.endUnit()));
        } else if (!guide.isAboveUnit(frame.loop)) {
            parent.add(new Loop(frame.loop.id(), frame.parts), frame.kept);
        }
    }

    private void closePart(Frame frame, Frame parent, PartHandler handler) {
        if (frame.loop.id().equals(guide.unit())) {
            errors.endUnit();
        }
        if (guide.isAboveUnit(frame.loop)) {
            handler.endLoop();
        } else {
            add(parent, new Loop(frame.loop.id(), frame.parts), frame.kept);
        }
    }

    private void reportMissing(Frame frame) {
        for (int required : frame.loop.required()) {
            if (frame.counts[required] == 0) {
                var part = frame.loop.part(required);
                boolean isLoop = part instanceof LoopUse;
                errors.segment(
                        placeOf(part, frame),
                        isLoop ? "I7" : "3",
                        part.trigger().id(),
                        isLoop ? ((LoopUse) part).loop().id() : frame.loop.id(),
                        "%s is missing: %s".formatted(isLoop ? "A required loop" : "A required segment", part.name()));
            }
        }
    }

    /** Where a missing part ought to stand (005010X231A1, IK302): at the first of the loop that comes after it, else where the loop ends. */
    private int placeOf(PartDef missing, Frame frame) {
        int place = errors.segment;
        for (int at = 0; at < frame.counts.length; at++) {
            if (frame.counts[at] > 0 && frame.loop.part(at).ordinal() > missing.ordinal()) {
                place = Math.min(place, frame.firstAt[at]);
            }
        }
        return place;
    }

    /** Closes what is open and gives the transaction set. */
    Loop end() {
        while (open.size() > 1) {
            close();
        }
        reportMissing(open.get(0));
        if (watch != null) {
            watch.close();
        }
        return open.get(0).snapshot();
    }
}
