package org.superbill.x12.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.PartNames;
import org.superbill.x12.guide.SegmentDef;

/** Writes loops that are known whole, each part under its name in the guide's order. */
final class LoopWriter {
    static final int UNKNOWN = -1;

    private final JsonGenerator json;
    private final SegmentWriter segments;
    private final PartNames names;

    LoopWriter(JsonGenerator json, SegmentWriter segments, PartNames names) {
        this.json = json;
        this.segments = segments;
        this.names = names;
    }

    /** The place of a part among the guide's parts of a loop, or {@link #UNKNOWN} when it has no name there. */
    static int place(LoopDef loop, LoopPart part) {
        if (part instanceof Segment segment) {
            int index = segmentPlace(loop, segment);
            return index >= 0 && SegmentWriter.fits((SegmentDef) loop.part(index), segment) ? index : UNKNOWN;
        }
        var id = ((Loop) part).id();
        for (int index = 1; index < loop.parts().size(); index++) {
            if (loop.part(index) instanceof LoopUse use && use.loop().id().equals(id)) {
                return index;
            }
        }
        return UNKNOWN;
    }

    private static int segmentPlace(LoopDef loop, Segment segment) {
        if (segment.is(loop.trigger().id()) && loop.matches(0, segment)) {
            return 0;
        }
        for (int index : loop.candidates(segment.key())) {
            if (loop.part(index) instanceof SegmentDef && loop.matches(index, segment)) {
                return index;
            }
        }
        return UNKNOWN;
    }

    void loop(LoopDef definition, Loop loop) throws IOException {
        json.writeStartObject();
        members(definition, loop.parts());
        json.writeEndObject();
    }

    /** The members of an open object. Loops nest as deep as the guide's. @return the last place that was written, 0 if none */
    int members(LoopDef definition, List<? extends LoopPart> parts) throws IOException {
        var places = places(definition, parts);
        var keys = names.of(definition);
        order(definition, places, parts);
        var byPlace = new ArrayList<List<LoopPart>>();
        definition.parts().forEach(part -> byPlace.add(new ArrayList<>(0)));
        int last = 0;
        boolean unknown = false;
        for (int at = 0; at < places.length; at++) {
            if (places[at] == UNKNOWN) {
                unknown = true;
            } else {
                byPlace.get(places[at]).add(parts.get(at));
                last = Math.max(last, places[at]);
            }
        }
        for (int place = 0; place < byPlace.size(); place++) {
            var found = byPlace.get(place);
            if (!found.isEmpty()) {
                json.writeFieldName(keys.name(place));
                if (definition.part(place).repeat() > 1) {
                    json.writeStartArray();
                    for (var part : found) {
                        part(definition, place, part);
                    }
                    json.writeEndArray();
                } else {
                    part(definition, place, found.get(0));
                }
            }
        }
        if (unknown) {
            json.writeArrayFieldStart(JsonForm.UNKNOWN);
            for (int at = 0; at < places.length; at++) {
                if (places[at] == UNKNOWN) {
                    raw(parts.get(at));
                }
            }
            json.writeEndArray();
        }
        return last;
    }

    /** A part that may stand once has room for one; the others are kept without a name. */
    private static int[] places(LoopDef definition, List<? extends LoopPart> parts) {
        var taken = new boolean[definition.parts().size()];
        var places = new int[parts.size()];
        for (int at = 0; at < places.length; at++) {
            int place = place(definition, parts.get(at));
            if (place != UNKNOWN && taken[place] && definition.part(place).repeat() <= 1) {
                place = UNKNOWN;
            }
            if (place != UNKNOWN) {
                taken[place] = true;
            }
            places[at] = place;
        }
        return places;
    }

    private void order(LoopDef definition, int[] places, List<? extends LoopPart> parts) throws IOException {
        boolean guideOrder = true;
        for (int at = 0; at < places.length && guideOrder; at++) {
            guideOrder = places[at] != UNKNOWN && (at == 0 || places[at] >= places[at - 1]);
        }
        if (guideOrder) {
            return;
        }
        json.writeArrayFieldStart(JsonForm.ORDER);
        for (int at = 0; at < places.length; at++) {
            if (places[at] != UNKNOWN) {
                json.writeString(names.of(definition).name(places[at]));
            } else {
                int count =
                        parts.get(at) instanceof Loop loop ? loop.allSegments().size() : 1;
                for (int segment = 0; segment < count; segment++) {
                    json.writeString(JsonForm.UNKNOWN);
                }
            }
        }
        json.writeEndArray();
    }

    /** One part under a name that has been written, or in the array of it. */
    void part(LoopDef definition, int place, LoopPart part) throws IOException {
        var wanted = definition.part(place);
        if (wanted instanceof SegmentDef segment) {
            segments.named(segment, names.of(definition).of(place), (Segment) part);
        } else {
            loop(((LoopUse) wanted).loop(), (Loop) part);
        }
    }

    /** Segments in an open array, as they are. */
    void raw(LoopPart part) throws IOException {
        if (part instanceof Segment segment) {
            segments.raw(segment);
        } else {
            for (var segment : ((Loop) part).allSegments()) {
                segments.raw(segment);
            }
        }
    }
}
