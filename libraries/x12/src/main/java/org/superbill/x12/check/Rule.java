package org.superbill.x12.check;

import java.util.List;
import java.util.function.Supplier;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Error.Severity;

/**
 * One thing that a guide demands beyond its tables.
 *
 * @param name stable, for people and programs: {@code replacement-names-the-claim}
 * @param when at which moment of the reading it is asked
 * @param places the loops, or for {@link When#SEGMENT} the segment ids, that it looks at
 * @param source guide, loop and segment that say so
 * @param sentence what is wrong when it is broken; without values of the file
 * @param tests gives what looks, a new one for each transaction set
 */
record Rule(
        String name,
        SnipLevel level,
        Severity severity,
        When when,
        List<String> places,
        String source,
        String sentence,
        Supplier<Test> tests) {

    enum When {
        /** A loop has begun: its first segment is there. */
        BEGIN,
        /** A segment has been read. */
        SEGMENT,
        /** A loop is complete; claims in it have gone by. */
        END
    }

    /** Pure, but for sums over a transaction set that it may keep. */
    @FunctionalInterface
    interface Test {
        /** @param segment the loop's first, for {@link When#SEGMENT} the one that was read */
        void on(PlacedLoop loop, Segment segment, Findings findings);
    }

    Rule {
        places = List.copyOf(places);
    }
}
