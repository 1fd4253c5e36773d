package org.superbill.x12.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.PartNames;

/**
 * Writes one transaction set while it is read. Of the loops above the claims only what stands before the first claim (or loop with
 * claims) is kept, so that it can be put in the guide's order; from then on each part is written as it comes.
 */
final class TransactionWriter {
    /** More than any guide's header has; what is beyond it is written without names. */
    private static final int LONGEST_HEAD = 2_000_000;

    private static final class Frame {
        final @Nullable LoopDef loop;
        List<LoopPart> head = new ArrayList<>();
        int kept;
        boolean inHead = true;
        /** The last member that was begun. */
        int last = -1;

        boolean inArray;
        boolean inRest;

        Frame(@Nullable LoopDef loop) {
            this.loop = loop;
        }
    }

    private final JsonGenerator json;
    private final SegmentWriter segments;
    private final String unit;
    private final @Nullable PartNames names;
    private final @Nullable LoopWriter loops;
    private final List<Frame> open = new ArrayList<>();

    TransactionWriter(JsonGenerator json, SegmentWriter segments, @Nullable Guide guide) throws IOException {
        this.json = json;
        this.segments = segments;
        this.unit = guide == null ? "" : guide.unit();
        this.names = guide == null ? null : PartNames.of(guide);
        this.loops = names == null ? null : new LoopWriter(json, segments, names);
        json.writeStartObject();
        if (guide != null) {
            json.writeStringField(JsonForm.GUIDE, guide.id());
        }
        open.add(new Frame(guide == null ? null : guide.root()));
    }

    private Frame top() {
        return open.get(open.size() - 1);
    }

    void startLoop(LoopUse use) throws IOException {
        var frame = top();
        if (frame.inHead) {
            endHead(frame);
        }
        var definition = frame.loop;
        int place = definition == null ? LoopWriter.UNKNOWN : definition.parts().indexOf(use);
        if (!frame.inRest && begin(frame, place)) {
            json.writeStartObject();
            open.add(new Frame(use.loop()));
        } else {
            if (!frame.inRest) {
                startRest(frame);
            }
            var below = new Frame(null);
            below.inHead = false;
            below.inRest = true;
            open.add(below);
        }
    }

    void part(LoopPart part) throws IOException {
        var frame = top();
        var definition = frame.loop;
        if (frame.inHead
                && definition != null
                && part instanceof Loop loop
                && loop.id().equals(unit)) {
            endHead(frame);
        }
        if (definition == null || loops == null) {
            if (!frame.inRest) {
                startRest(frame);
            }
            raw(part);
        } else if (frame.inHead) {
            frame.head.add(part);
            frame.kept += part instanceof Segment segment ? segment.text().length() + 50 : weight((Loop) part);
            if (frame.kept > LONGEST_HEAD) {
                endHead(frame);
                startRest(frame);
            }
        } else if (frame.inRest) {
            raw(part);
        } else {
            int place = LoopWriter.place(definition, part);
            if (begin(frame, place)) {
                loops.part(definition, place, part);
            } else if (frame.inArray) {
                json.writeStartObject();
                json.writeArrayFieldStart(JsonForm.UNKNOWN);
                raw(part);
                json.writeEndArray();
                json.writeEndObject();
            } else {
                startRest(frame);
                raw(part);
            }
        }
    }

    private static int weight(Loop loop) {
        int weight = 0;
        for (var segment : loop.allSegments()) {
            weight += segment.text().length() + 50;
        }
        return weight;
    }

    private void raw(LoopPart part) throws IOException {
        if (part instanceof Segment segment) {
            segments.raw(segment);
        } else {
            for (var segment : ((Loop) part).allSegments()) {
                segments.raw(segment);
            }
        }
    }

    /** Goes to the member of this place; false when there is none, or it is behind us. */
    private boolean begin(Frame frame, int place) throws IOException {
        var definition = frame.loop;
        if (definition == null || names == null || place == LoopWriter.UNKNOWN || place < frame.last) {
            return false;
        }
        if (place == frame.last) {
            return frame.inArray;
        }
        endArray(frame);
        json.writeFieldName(names.of(definition).name(place));
        frame.last = place;
        if (definition.part(place).repeat() > 1) {
            json.writeStartArray();
            frame.inArray = true;
        }
        return true;
    }

    private void endArray(Frame frame) throws IOException {
        if (frame.inArray) {
            json.writeEndArray();
            frame.inArray = false;
        }
    }

    private void endHead(Frame frame) throws IOException {
        frame.inHead = false;
        var definition = frame.loop;
        if (definition != null && loops != null) {
            frame.last = loops.members(definition, frame.head);
        }
        frame.head = List.of();
    }

    private void startRest(Frame frame) throws IOException {
        endArray(frame);
        frame.inHead = false;
        frame.inRest = true;
        json.writeArrayFieldStart(JsonForm.REST);
    }

    void endLoop() throws IOException {
        var frame = open.remove(open.size() - 1);
        boolean withinRest = frame.loop == null && !open.isEmpty();
        if (!withinRest) {
            end(frame);
        }
    }

    private void end(Frame frame) throws IOException {
        if (frame.inHead && frame.loop != null) {
            endHead(frame);
        }
        endArray(frame);
        if (frame.inRest) {
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Closes the transaction set. */
    void end() throws IOException {
        while (!open.isEmpty()) {
            endLoop();
        }
    }
}
