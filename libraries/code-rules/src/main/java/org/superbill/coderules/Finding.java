package org.superbill.coderules;

import java.util.List;

/**
 * Something about a set of codes that a rule does not accept.
 *
 * @param rule its id
 * @param pointers JSON Pointers into the set, at least one; the first is where to start correcting
 * @param codes those concerned, as they are written; may be empty
 */
public record Finding(
        String rule,
        Severity severity,
        String source,
        List<String> pointers,
        List<String> codes,
        String message,
        String fix) {
    public Finding {
        pointers = List.copyOf(pointers);
        codes = List.copyOf(codes);
    }

    public String pointer() {
        return pointers.get(0);
    }
}
