package org.superbill.coderules;

import java.util.List;

/**
 * What a rule is.
 *
 * @param id unique, kebab case; its page is docs/code-rules/{id}.md
 * @param source who says so, with the section
 * @param title what holds when nothing is found, a sentence without its full stop
 * @param fix what to do about a finding, sentences
 */
public record Rule(String id, Severity severity, String source, String title, String fix) {

    /** The same where what it finds may be right after all. */
    public Rule asWarning() {
        return new Rule(id, Severity.WARNING, source, title, fix);
    }

    /**
     * @param pointer JSON Pointer into the set, e.g. {@code /diagnoses/0}
     * @param message what is wrong, without patient data
     * @param codes as they are written
     */
    public Finding finding(String pointer, String message, String... codes) {
        return finding(List.of(pointer), message, fix, codes);
    }

    /** @param pointers the first is where to start correcting */
    public Finding finding(List<String> pointers, String message, String howToFix, String... codes) {
        return sourced(pointers, message, howToFix, source, codes);
    }

    /** @param says the source of this very finding, e.g. a note of the tabular list */
    public Finding sourced(List<String> pointers, String message, String howToFix, String says, String... codes) {
        return new Finding(id, severity, says, pointers, List.of(codes), message, howToFix);
    }
}
