package org.superbill.x12.model;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.TypedComposite;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.TypedSegment;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.GuideNames;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.PartDef;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;

/** Makes a loop again of nothing but its typed values: each element is read and set by its name, each part goes into a builder. */
final class Rebuilt {
    private final Guide guide;
    private final GuideNames names;

    Rebuilt(Guide guide) {
        this.guide = guide;
        this.names = Typed.names(guide);
    }

    TypedLoop loop(LoopDef def, Loop loop) {
        var typed = Typed.loop(guide, def, loop);
        var builder = Typed.builder(guide, def);
        var parts = names.parts(def);
        for (int index = def.parts().size() - 1; index >= 0; index--) { // the order is the builder's work
            var part = def.part(index);
            if (part.usage() == Usage.NOT_USED || def.id().isEmpty() && isEnvelope(part)) {
                continue;
            }
            if (part instanceof LoopUse use) {
                for (var child : loop.loops(use.loop().id(), found -> found)) {
                    Typed.with(builder, childAccessor(use.loop()), loop(use.loop(), child));
                }
            } else {
                for (var segment : list(Typed.get(typed, parts.get(index)))) {
                    Typed.with(builder, parts.get(index), madeAgain(segment, ((SegmentDef) part).elements()));
                }
            }
        }
        return (TypedLoop) Typed.get(builder, "build");
    }

    private static boolean isEnvelope(PartDef part) {
        var id = part.trigger().id();
        return id.equals("ST") || id.equals("SE");
    }

    String childAccessor(LoopDef child) {
        var name = names.shortName(child);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static List<?> list(Object value) {
        return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }

    /** A segment or a composite. */
    static Object madeAgain(Object typed, List<ElementDef> definitions) {
        var made = Typed.blank(typed.getClass());
        var names = GuideNames.elements(definitions);
        for (int at = 0; at < definitions.size(); at++) {
            var element = definitions.get(at);
            if (element.usage() != Usage.NOT_USED && has(typed, element)) {
                var value = Typed.get(typed, names.get(at));
                if (value instanceof TypedComposite) {
                    value = madeAgain(value, element.components());
                }
                made = Typed.with(made, names.get(at), value);
            }
        }
        return made;
    }

    private static boolean has(Object typed, ElementDef element) {
        var raw = typed instanceof TypedSegment segment ? segment.segment() : ((TypedComposite) typed).components();
        return raw.has(element.position());
    }
}
