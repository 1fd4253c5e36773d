package org.superbill.coding.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The side that a code's description names. */
@Schema(name = "CodeLaterality")
public enum Laterality {
    RIGHT,
    LEFT,
    BILATERAL,
    /** The description names no side, or both. */
    NONE;

    static Laterality of(List<String> words) {
        var right = words.contains("right");
        var left = words.contains("left");
        if (words.contains("bilateral")) {
            return BILATERAL;
        }
        return right == left ? NONE : right ? RIGHT : LEFT;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Laterality> of(String id) {
        return Arrays.stream(values()).filter(side -> side.id().equals(id)).findFirst();
    }
}
