package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.TypedLoop;

/** A form's answers that belong to a line (837P loop 2440). */
public record Loop2440Form(Loop loop) implements TypedLoop {
    /** LQ01: AS, UT. */
    public String qualifier() {
        return loop.required("LQ").element(1);
    }

    /** LQ02. */
    public String form() {
        return loop.required("LQ").element(2);
    }

    /** FRM segments, a question and its answer each. */
    public List<Segment> answers() {
        return loop.segments("FRM");
    }
}
