package org.superbill.servicekit.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Optional;
import java.util.UUID;

/** Ids of everything that has one: UUIDv7 (RFC 9562), which sort by the time of their making, within one process strictly. */
public final class Ids {

    /** Within a millisecond it counts on, so that nothing new sorts before a cursor that was already given out. */
    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /**
     * An id as ids are written (RFC 9562, section 4), in small letters or capitals. {@link UUID#fromString} takes shorter ones too, with which one id
     * would have many spellings.
     */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A new id. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
