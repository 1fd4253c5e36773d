package org.superbill.coding.notetext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the sections of a note by their headings: words of the list {@code cac/sections.tsv} at the beginning of a line, or of a sentence, before a colon (a dash
 * or a bracket after the shortest ones), alone on a line or in the first cell of a table's row.
 */
public final class Sections {
    /** A heading begins a line or follows the end of a sentence; {@code 1. } may stand before it. */
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?:^|\\n|(?<=[.;:?!]\\s))[ \\t]*(?:[-*#]+[ \\t]*)?([A-Za-z][A-Za-z/&' .-]{0,40}?)[ \\t]*(:|\\)|\\.(?=\\s+[A-Z])|(?=\\n)|\\|(?!\\s*(?i:status|relation|date|onset|"
                    + "severity|code|comment|age|reaction|type|value|result|description|name|start|end|year|icd|family|provider|note)))");

    private static final Pattern SPACES = Pattern.compile("[\\s.]+");

    private final Map<String, SectionKind> kinds;

    /** @param rows kind, headings parted by semicolons */
    public Sections(List<String[]> rows) {
        kinds = new HashMap<>();
        for (var row : rows) {
            var kind = SectionKind.valueOf(row[0].toUpperCase(Locale.ROOT));
            for (var heading : row[1].split(";")) {
                kinds.put(heading.strip(), kind);
            }
        }
    }

    /** All of the text, in order, without gaps but for the headings themselves; what a note begins with is under no heading of the note before. */
    public List<Section> of(NoteText notes) {
        var sections = new ArrayList<Section>();
        for (var note = 0; note < notes.starts().length; note++) {
            var start = notes.starts()[note];
            for (var section : of(notes.text().substring(start, notes.end(note)))) {
                sections.add(new Section(section.kind(), start + section.start(), start + section.end()));
            }
        }
        return sections;
    }

    private List<Section> of(String text) {
        var sections = new ArrayList<Section>();
        var kind = SectionKind.NARRATIVE;
        var prose = SectionKind.NARRATIVE;
        var inline = false;
        var start = 0;
        var headings = CANDIDATE.matcher(text);
        while (headings.find()) {
            var lineStart = atLineStart(text, headings.start(1));
            var found = kind(headings.group(1), headings.group(2), lineStart);
            if (found != null) {
                add(sections, text, new Section(kind, start, headings.start(1)), inline ? prose : kind);
                prose = lineStart ? found : prose;
                inline = !lineStart && !Asides.isOne(prose);
                kind = found;
                start = headings.end();
            }
        }
        add(sections, text, new Section(kind, start, text.length()), inline ? prose : kind);
        return sections;
    }

    /** @param prose what goes on behind a heading that stands in it; the section's own kind where it stands at the beginning of a line */
    private static void add(List<Section> sections, String text, Section section, SectionKind prose) {
        var end = prose == section.kind()
                ? section.end()
                : Asides.end(text, section.kind(), section.start(), section.end());
        add(sections, new Section(section.kind(), section.start(), end));
        add(sections, new Section(prose, end, section.end()));
    }

    private static boolean atLineStart(String text, int at) {
        var before = at - 1;
        while (before >= 0
                && (text.charAt(before) == ' ' || text.charAt(before) == '-' || text.charAt(before) == '*')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    private @org.jspecify.annotations.Nullable SectionKind kind(String heading, String mark, boolean lineStart) {
        var plain =
                SPACES.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        var colon = mark.equals(":");
        if (mark.equals("|") && !lineStart) {
            return null;
        }
        if (!colon && (!lineStart || plain.length() < 3)) {
            return null; // prose has such words too
        }
        var known = kinds.get(plain);
        if (known == null && colon && lineStart) {
            // "Assessment of 3 problems:", "Cardiology impression:"
            var words = plain.split(" ");
            known = kinds.get(words[words.length - 1]);
        }
        return known;
    }

    private static void add(List<Section> sections, Section section) {
        if (section.end() > section.start()) {
            sections.add(section);
        }
    }
}
