package org.superbill.billing.edittable;

import java.util.HashMap;
import java.util.Map;

/** Texts that many rows repeat, once each. */
final class Texts {
    private final Map<String, String> known = new HashMap<>();

    String same(String text) {
        var first = known.putIfAbsent(text, text);
        return first == null ? text : first;
    }
}
