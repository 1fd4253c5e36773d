package org.superbill.servicekit.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Ids of everything that has one: UUIDv7 (RFC 9562), which sort by the time of their making, within one process strictly. */
public final class Ids {

    /** Within a millisecond it counts on, so that nothing new sorts before a cursor that was already given out. */
    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
