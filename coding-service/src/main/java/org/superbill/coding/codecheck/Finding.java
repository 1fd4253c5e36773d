package org.superbill.coding.codecheck;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something about the codes of an encounter that a rule does not accept.
 *
 * @param rule its id, e.g. {@code diagnosis-unknown}; what it is, is said in docs/code-rules
 * @param pointer JSON Pointer into the coding, e.g. {@code /diagnoses/0}: where to start correcting
 * @param message what is wrong, for people
 * @param fix what to do about it
 * @param source who says so, with the section
 * @param pointers all the places concerned, {@code pointer} first
 * @param codes those concerned, as they are written
 */
@Schema(name = "CodingFinding")
public record Finding(
        String rule,
        Severity severity,
        String pointer,
        String message,
        String fix,
        String source,
        List<String> pointers,
        List<String> codes) {
    /** Findings that were stored before there were pointers and codes lack them. */
    public Finding {
        pointers = orElse(pointers, List.of(pointer));
        codes = orElse(codes, List.of());
    }

    /** Of one place. */
    public Finding(String rule, Severity severity, String pointer, String message, String fix, String source) {
        this(rule, severity, pointer, message, fix, source, List.of(pointer), List.of());
    }

    static Finding of(org.superbill.coderules.Finding found) {
        return new Finding(
                found.rule(),
                Severity.of(found.severity()),
                found.pointer(),
                found.message(),
                found.fix(),
                found.source(),
                found.pointers(),
                found.codes());
    }

    private static List<String> orElse(@Nullable List<String> list, List<String> other) {
        return list == null ? other : List.copyOf(list);
    }
}
