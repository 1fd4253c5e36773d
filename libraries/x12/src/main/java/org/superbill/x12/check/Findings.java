package org.superbill.x12.check;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Error.Level;
import org.superbill.x12.X12Error.Severity;
import org.superbill.x12.X12Error.Trigger;
import org.superbill.x12.guide.ElementDef;

/** Takes what a rule finds, and makes errors of it with the codes of the 999 (IK304, IK403). */
final class Findings {
    /** IK304: a segment that the situation demands is missing; one that it forbids stands there. */
    static final String SEGMENT_MISSING = "I6";

    static final String SEGMENT_NOT_USED = "I9";
    /** IK403: an element that the situation demands is missing; one that it forbids stands there; a value that is not as demanded. */
    static final String ELEMENT_MISSING = "I9";

    static final String ELEMENT_NOT_USED = "I13";
    static final String MISMATCH = "I12";

    /** Of errors, and of warnings, in one transaction set: beyond it a broken file costs no more time. */
    private static final int MOST = 10_000;

    private final TransactionSet set;
    private final Consumer<X12Error> errors;
    private @Nullable Rule rule;
    private @Nullable Trigger trigger;
    private int found;
    private int warned;

    Findings(TransactionSet set, Consumer<X12Error> errors) {
        this.set = set;
        this.errors = errors;
    }

    TransactionSet set() {
        return set;
    }

    void of(Rule asked) {
        rule = asked;
        trigger = null;
    }

    private boolean isFull() {
        return (rule != null && rule.severity() == Severity.WARNING ? warned : found) >= MOST;
    }

    /** Why the next finding is one: this place makes the rule apply. @param element 0 for the whole segment */
    Findings because(PlacedLoop loop, Segment segment, int element, int component) {
        trigger = isFull() ? null : new Trigger(segment.id(), loop.position(segment), loop.id(), element, component);
        return this;
    }

    /** A segment that the loop ought to have. */
    void missing(PlacedLoop loop, String segmentId) {
        if (!isFull()) {
            add(Level.SEGMENT, SEGMENT_MISSING, loop.position(), segmentId, loop.id(), 0, 0, null, "", null);
        }
    }

    /** A child loop that the loop ought to have, by its first segment. */
    void missingLoop(PlacedLoop loop, String segmentId, String childId) {
        if (!isFull()) {
            add(Level.SEGMENT, SEGMENT_MISSING, loop.position(), segmentId, childId, 0, 0, null, "", null);
        }
    }

    /** A segment, or a loop by its first one, that ought not to be there. */
    void notUsed(PlacedLoop loop, Segment segment) {
        if (!isFull()) {
            int position = loop.position(segment);
            add(Level.SEGMENT, SEGMENT_NOT_USED, position, segment.id(), loop.id(), 0, 0, null, "", null);
        }
    }

    void elementMissing(PlacedLoop loop, Segment segment, int element) {
        element(loop, segment, element, 0, ELEMENT_MISSING, "");
    }

    void elementNotUsed(PlacedLoop loop, Segment segment, int element) {
        element(loop, segment, element, 0, ELEMENT_NOT_USED, "");
    }

    /** A value that is not what it ought to be. */
    void mismatch(PlacedLoop loop, Segment segment, int element) {
        element(loop, segment, element, 0, MISMATCH, "");
    }

    void mismatch(PlacedLoop loop, Segment segment, int element, int component) {
        element(loop, segment, element, component, MISMATCH, "");
    }

    /** @param detail follows the rule's sentence: sums, places; nothing of a person */
    void mismatch(PlacedLoop loop, Segment segment, int element, String detail) {
        element(loop, segment, element, 0, MISMATCH, detail);
    }

    /** @param code of IK403 */
    void element(PlacedLoop loop, Segment segment, int element, int component, String code, String detail) {
        if (isFull()) {
            return;
        }
        var value = component == 0 ? segment.value(element) : segment.componentValue(element, component);
        add(
                Level.ELEMENT,
                code,
                loop.position(segment),
                segment.id(),
                loop.id(),
                element,
                component,
                number(loop, segment, element, component),
                detail,
                value);
    }

    private static @Nullable String number(PlacedLoop loop, Segment segment, int element, int component) {
        var def = loop.def().find(segment);
        if (def == null || def.elements().size() < element) {
            return null;
        }
        ElementDef found = def.elements().get(element - 1);
        return component == 0 || found.components().size() < component
                ? found.number()
                : found.components().get(component - 1).number();
    }

    private void add(
            Level level,
            String code,
            int position,
            String segmentId,
            String loopId,
            int element,
            int component,
            @Nullable String number,
            String detail,
            @Nullable String value) {
        var broken = rule;
        if (broken == null) {
            throw new IllegalStateException("No rule is asked");
        }
        if (broken.severity() == Severity.WARNING) {
            warned++;
        } else {
            found++;
        }
        errors.accept(new X12Error(
                level,
                code,
                set.interchangeNumber(),
                set.groupNumber(),
                set.number(),
                position,
                segmentId,
                loopId,
                element,
                component,
                0,
                number,
                detail.isEmpty() ? broken.sentence() : broken.sentence() + ": " + detail,
                value,
                broken.level().number(),
                broken.severity(),
                broken.name(),
                trigger));
        trigger = null;
    }
}
