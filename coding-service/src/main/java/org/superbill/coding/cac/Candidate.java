package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A code on its way to being proposed, while the guidelines are applied to all of a note's codes. */
final class Candidate {
    private final String code;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private double margin = Specifier.NO_OTHER;
    private @Nullable String missing;
    private @Nullable String withheld;

    Candidate(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    boolean begins(String beginning) {
        return code.startsWith(beginning);
    }

    List<Mention> mentions() {
        return mentions;
    }

    List<String> reasons() {
        return reasons;
    }

    /** By how much it fits the record better than its neighbour. */
    double margin() {
        return margin;
    }

    Candidate fits(double better) {
        margin = better;
        return this;
    }

    Candidate because(String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return this;
    }

    Candidate seenIn(List<Mention> more) {
        for (var mention : more) {
            if (!mentions.contains(mention)) {
                mentions.add(mention);
            }
        }
        return this;
    }

    /** What the record leaves open. */
    @Nullable
    String missing() {
        return missing;
    }

    void leavesOpen(@Nullable String open) {
        missing = open;
    }

    /** Why it is not proposed although the note speaks of it, or null. */
    @Nullable
    String withheld() {
        return withheld;
    }

    Candidate withheld(String why) {
        withheld = why;
        return this;
    }
}
