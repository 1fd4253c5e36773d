package org.superbill.billing.edits;

/**
 * What an edit is.
 *
 * @param id unique, kebab case; its page is docs/edits/{id}.md
 * @param version grows when the edit finds something else than before
 * @param source who says so, with the loop and segment
 * @param title what holds when nothing is found
 * @param fix what to do about a finding
 */
public record EditRule(String id, int version, Severity severity, String source, String title, String fix) {
    Finding finding(String pointer, String message) {
        return new Finding(id, version, severity, source, pointer, message, fix);
    }
}
