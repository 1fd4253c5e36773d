package org.superbill.x12.json;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.PartNames;
import org.superbill.x12.guide.SegmentDef;

/**
 * Reads the loops of a transaction set from JSON and passes on their segments in the order of the file. A loop above the claims is
 * passed on from its first claim on as it comes, so that its members must stand in the guide's order there; all others may stand
 * in any order.
 */
final class LoopParser {
    /** Of one claim, or of a header. */
    private static final int MOST_CHARACTERS = 32_000_000;

    private static final int SEGMENT_OVERHEAD = 60;

    /** Takes segments in the order of the file. */
    interface Output {
        void put(Segment segment) throws IOException;
    }

    /** The members of one loop, each a list of occurrences. */
    private static final class Members {
        final List<List<List<Segment>>> byPlace = new ArrayList<>();
        final List<List<Segment>> unknown = new ArrayList<>();

        @Nullable
        List<String> order;

        Members(LoopDef loop) {
            loop.parts().forEach(part -> byPlace.add(new ArrayList<>(0)));
        }
    }

    private final JsonInput json;
    private final SegmentParser segments;
    private final Guide guide;
    private final PartNames names;
    private final Output out;
    private long kept;

    LoopParser(JsonInput json, SegmentParser segments, Guide guide, Output out) {
        this.json = json;
        this.segments = segments;
        this.guide = guide;
        this.names = PartNames.of(guide);
        this.out = out;
    }

    /** The members of the transaction set after {@code guide}. */
    void transaction() throws IOException {
        above(guide.root());
    }

    /** A loop above the claims, whose object has begun. Nests as deep as the guide. */
    private void above(LoopDef loop) throws IOException {
        kept = 0;
        var head = new Members(loop);
        boolean inHead = true;
        int last = -1;
        while (json.nextName()) {
            var name = json.name();
            int place = names.of(loop).place(name);
            boolean opens = place >= 0 && loop.part(place) instanceof LoopUse use && opens(use.loop());
            if (inHead && (opens || name.equals(JsonForm.REST))) {
                putAll(loop, head);
                inHead = false;
            }
            if (inHead) {
                member(loop, place, head);
            } else if (name.equals(JsonForm.REST)) {
                rest();
                last = Integer.MAX_VALUE;
            } else if (place < 0) {
                throw segments.unknownName();
            } else if (place < last) {
                throw json.wrong("\"%s\" stands behind what the guide has after it".formatted(name));
            } else {
                last = place;
                stream(loop, place);
            }
        }
        if (inHead) {
            putAll(loop, head);
        }
    }

    private boolean opens(LoopDef loop) {
        return guide.isAboveUnit(loop) || loop.id().equals(guide.unit());
    }

    private void rest() throws IOException {
        json.startArray();
        while (json.nextObject()) {
            out.put(segments.raw());
        }
    }

    private void stream(LoopDef loop, int place) throws IOException {
        if (loop.part(place).repeat() <= 1) {
            json.startObject();
            streamOne(loop, place);
            return;
        }
        json.startArray();
        while (json.nextObject()) {
            streamOne(loop, place);
        }
    }

    private void streamOne(LoopDef loop, int place) throws IOException {
        kept = 0;
        if (loop.part(place) instanceof LoopUse use) {
            if (guide.isAboveUnit(use.loop())) {
                above(use.loop());
            } else {
                putAll(whole(use.loop()));
            }
        } else if (loop.part(place) instanceof SegmentDef segment) {
            out.put(segments.named(segment, names.of(loop).of(place)));
        }
    }

    private void putAll(LoopDef loop, Members members) throws IOException {
        putAll(inOrder(loop, members));
    }

    private void putAll(List<Segment> all) throws IOException {
        for (var segment : all) {
            out.put(segment);
        }
    }

    /** A loop that is kept until it ends, whose object has begun. Nests as deep as the guide. */
    private List<Segment> whole(LoopDef loop) throws IOException {
        var members = new Members(loop);
        while (json.nextName()) {
            member(loop, names.of(loop).place(json.name()), members);
        }
        return inOrder(loop, members);
    }

    private void member(LoopDef loop, int place, Members members) throws IOException {
        if (place >= 0) {
            named(loop, place, members.byPlace.get(place));
            return;
        }
        switch (json.name()) {
            case JsonForm.ORDER -> {
                var order = new ArrayList<String>();
                json.startArray();
                for (var name = json.nextText(); name != null; name = json.nextText()) {
                    keep(name.length());
                    order.add(name);
                }
                members.order = order;
            }
            case JsonForm.UNKNOWN -> {
                json.startArray();
                while (json.nextObject()) {
                    members.unknown.add(List.of(kept(segments.raw())));
                }
            }
            default -> throw segments.unknownName();
        }
    }

    private void named(LoopDef loop, int place, List<List<Segment>> found) throws IOException {
        if (loop.part(place).repeat() <= 1) {
            json.startObject();
            found.add(occurrence(loop, place));
            return;
        }
        json.startArray();
        while (json.nextObject()) {
            found.add(occurrence(loop, place));
        }
    }

    private List<Segment> occurrence(LoopDef loop, int place) throws IOException {
        if (loop.part(place) instanceof LoopUse use) {
            return whole(use.loop());
        }
        return List.of(kept(
                segments.named((SegmentDef) loop.part(place), names.of(loop).of(place))));
    }

    private Segment kept(Segment segment) {
        keep(segment.text().length());
        return segment;
    }

    private void keep(int characters) {
        kept += characters + SEGMENT_OVERHEAD;
        if (kept > MOST_CHARACTERS) {
            throw json.wrong("more than %d characters would have to be kept".formatted(MOST_CHARACTERS));
        }
    }

    private List<Segment> inOrder(LoopDef loop, Members members) {
        var all = new ArrayList<Segment>();
        var order = members.order;
        if (order == null) {
            members.byPlace.forEach(found -> found.forEach(all::addAll));
            members.unknown.forEach(all::addAll);
            return all;
        }
        var waiting = new ArrayList<ArrayDeque<List<Segment>>>();
        members.byPlace.forEach(found -> waiting.add(new ArrayDeque<>(found)));
        var unknown = new ArrayDeque<>(members.unknown);
        for (var name : order) {
            int place = names.of(loop).place(name);
            var queue = place >= 0 ? waiting.get(place) : name.equals(JsonForm.UNKNOWN) ? unknown : null;
            var next = queue == null ? null : queue.poll();
            if (next == null) {
                throw json.wrong("the order of a loop before names something that is not there");
            }
            all.addAll(next);
        }
        if (!unknown.isEmpty() || waiting.stream().anyMatch(queue -> !queue.isEmpty())) {
            throw json.wrong("the order of a loop before leaves something out");
        }
        return all;
    }
}
