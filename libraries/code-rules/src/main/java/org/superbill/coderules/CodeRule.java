package org.superbill.coderules;

import java.util.stream.Stream;

/** A rule over the codes of one encounter: a pure function, no order among rules. */
public interface CodeRule {
    Rule rule();

    Stream<Finding> check(KnownSet set);
}
