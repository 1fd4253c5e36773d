package org.superbill.x12.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;

/** A loop of a guide: its parts in the guide's order, the first of which is the segment that opens it. */
public final class LoopDef {
    private static final int[] NONE = {};

    private final String id;
    private final String name;
    private final List<PartDef> parts;
    private final int[] keys;
    private final int[][] indexes;
    private final int[] required;

    LoopDef(String id, String name, List<PartDef> parts) {
        this.id = id;
        this.name = name;
        this.parts = List.copyOf(parts);
        var byKey = new LinkedHashMap<Integer, List<Integer>>();
        var must = new ArrayList<Integer>();
        for (int index = 1; index < parts.size(); index++) {
            var part = parts.get(index);
            byKey.computeIfAbsent(Segment.key(part.trigger().id()), key -> new ArrayList<>())
                    .add(index);
            if (part.usage() == Usage.REQUIRED) {
                must.add(index);
            }
        }
        int size = Integer.highestOneBit(Math.max(1, byKey.size()) * 4);
        keys = new int[size];
        indexes = new int[size][];
        Arrays.fill(indexes, NONE);
        byKey.forEach((key, list) -> put(key, sorted(list)));
        required = toArray(must);
    }

    /** A part told apart by two elements is tried before its sibling that is told apart by one. */
    private int[] sorted(List<Integer> list) {
        list.sort(Comparator.comparingInt(
                index -> -parts.get(index).trigger().qualifiers().size()));
        return toArray(list);
    }

    private static int[] toArray(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private void put(int key, int[] list) {
        int slot = slot(key);
        keys[slot] = key;
        indexes[slot] = list;
    }

    private int slot(int key) {
        int slot = (key * 0x9E3779B9) >>> 16 & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** The guide's name of the loop: 2010AA. Empty for the transaction itself. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public List<PartDef> parts() {
        return parts;
    }

    public PartDef part(int index) {
        return parts.get(index);
    }

    /** The segment that opens the loop. */
    public SegmentDef trigger() {
        return parts.get(0).trigger();
    }

    /** Indexes of the parts that must stand in each such loop, beyond its first segment. */
    public int[] required() {
        return required;
    }

    /** Indexes of the parts that a segment of this id could be or open; its first segment is not among them. */
    public int[] candidates(int segmentKey) {
        return indexes[slot(segmentKey)];
    }

    /** Whether this part is what the segment is, or is opened by it. */
    public boolean matches(int index, Segment segment) {
        return parts.get(index).trigger().qualifies(segment);
    }

    /** The guide's definition of a segment that stands directly in this loop, or null when the guide has none. */
    public @Nullable SegmentDef find(Segment segment) {
        if (trigger().id().equals(segment.id()) && trigger().qualifies(segment)) {
            return trigger();
        }
        int index = indexOf(segment);
        return index >= 0 && parts.get(index) instanceof SegmentDef def ? def : null;
    }

    private int indexOf(Segment segment) {
        for (int index : candidates(segment.key())) {
            if (matches(index, segment)) {
                return index;
            }
        }
        return -1;
    }

    /** The first segment in a loop of this kind that is this part of the guide, in its typed form, or null. */
    public <T> @Nullable T first(Loop loop, int index, Function<Segment, T> type) {
        var parts = loop.parts();
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at) instanceof Segment segment && isPart(index, segment)) {
                return type.apply(segment);
            }
        }
        return null;
    }

    /** The same of a part that must be there. @throws X12Exception when it is missing */
    public <T> T required(Loop loop, int index, Function<Segment, T> type) {
        var found = first(loop, index, type);
        if (found == null) {
            var part = parts.get(index);
            throw new X12Exception("%s has no segment %s, %s"
                    .formatted(
                            id.isEmpty() ? "The transaction set" : "Loop " + id,
                            part.trigger().id(),
                            part.name()));
        }
        return found;
    }

    /** All segments in a loop of this kind that are this part of the guide. */
    public <T> List<T> all(Loop loop, int index, Function<Segment, T> type) {
        var found = new ArrayList<T>();
        for (var part : loop.parts()) {
            if (part instanceof Segment segment && isPart(index, segment)) {
                found.add(type.apply(segment));
            }
        }
        return found;
    }

    private boolean isPart(int index, Segment segment) {
        var wanted = parts.get(index).trigger();
        if (!segment.is(wanted.id()) || !wanted.qualifies(segment)) {
            return false;
        }
        return index == 0 || indexOf(segment) == index;
    }

    /** A loop of these parts in the guide's order; parts that the guide does not know come last, as given. */
    public Loop assemble(List<? extends LoopPart> content) {
        var sorted = new ArrayList<LoopPart>(content);
        sorted.sort(Comparator.comparingInt(this::rank));
        return new Loop(id, sorted);
    }

    private int rank(LoopPart part) {
        if (part instanceof Segment segment) {
            if (trigger().id().equals(segment.id()) && trigger().qualifies(segment)) {
                return 0;
            }
            int index = indexOf(segment);
            return index >= 0 ? index : lastSegment();
        }
        var loopId = ((Loop) part).id();
        for (int index = 1; index < parts.size(); index++) {
            if (parts.get(index) instanceof LoopUse use && use.loop().id().equals(loopId)) {
                return index;
            }
        }
        throw new IllegalArgumentException("Loop " + loopId + " does not stand in loop " + id);
    }

    /** An unknown segment goes behind the known ones, yet before the child loops, or it would become part of one of them. */
    private int lastSegment() {
        int last = 0;
        for (int index = 0; index < parts.size() && parts.get(index) instanceof SegmentDef def; index++) {
            last = def.id().equals("SE") ? last : index;
        }
        return last;
    }

    @Override
    public String toString() {
        return "LoopDef[" + id + ", " + name + ", " + parts.size() + " parts]";
    }
}
