package org.superbill.x12.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of {@link GuideNames} in a form that is fast to look up, complete also for the elements that a guide does not use:
 * those have no name of their own and are called {@code element06} or {@code component02} by their place.
 */
public final class PartNames {

    /**
     * The names of one loop's parts, one segment's elements or one composite's components, in the guide's order.
     *
     * @param inner the names inside each segment of a loop or each composite of a segment; null for loops and simple elements
     */
    public record Names(List<String> names, Map<String, Integer> places, List<@Nullable Names> inner) {
        /** From 0; -1 when there is no such name. */
        public int place(String name) {
            var place = places.get(name);
            return place == null ? -1 : place;
        }

        public String name(int place) {
            return names.get(place);
        }

        /** @throws IllegalArgumentException when the part is a loop or a simple element */
        public Names of(int place) {
            var names = inner.get(place);
            if (names == null) {
                throw new IllegalArgumentException("Nothing has a name inside of " + name(place));
            }
            return names;
        }
    }

    private static final Map<Guide, PartNames> KNOWN = new IdentityHashMap<>();

    private final Map<LoopDef, Names> loops = new IdentityHashMap<>();

    private PartNames(Guide guide) {
        var guideNames = GuideNames.of(guide);
        guide.loops().forEach(loop -> loops.put(loop, names(loop, guideNames)));
    }

    public static PartNames of(Guide guide) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(guide, PartNames::new);
        }
    }

    /** The names of the parts of a loop of this guide. */
    public Names of(LoopDef loop) {
        var names = loops.get(loop);
        if (names == null) {
            throw new IllegalArgumentException("Loop " + loop.id() + " is of another guide");
        }
        return names;
    }

    private static Names names(LoopDef loop, GuideNames guideNames) {
        var inner = new ArrayList<@Nullable Names>();
        for (var part : loop.parts()) {
            inner.add(part instanceof SegmentDef segment ? elements(segment.elements(), "element") : null);
        }
        return names(guideNames.parts(loop), inner);
    }

    private static Names elements(List<ElementDef> elements, String fallback) {
        var names = new ArrayList<String>();
        var inner = new ArrayList<@Nullable Names>();
        var given = GuideNames.elements(elements);
        for (int at = 0; at < elements.size(); at++) {
            var element = elements.get(at);
            names.add(given.get(at).isEmpty() ? "%s%02d".formatted(fallback, element.position()) : given.get(at));
            inner.add(element.isComposite() ? elements(element.components(), "component") : null);
        }
        return names(names, inner);
    }

    private static Names names(List<String> names, List<@Nullable Names> inner) {
        var places = new HashMap<String, Integer>();
        for (int at = 0; at < names.size(); at++) {
            if (places.put(names.get(at), at) != null) {
                throw new IllegalStateException("Two parts are called " + names.get(at));
            }
        }
        return new Names(List.copyOf(names), places, inner);
    }
}
