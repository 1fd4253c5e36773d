package org.superbill.coderules;

import java.util.function.Consumer;

/** A rule over the codes of one encounter: a pure function, no order among rules. */
public interface CodeRule {
    Rule rule();

    /** @param found takes each finding, in any order */
    void check(KnownSet set, Consumer<Finding> found);
}
