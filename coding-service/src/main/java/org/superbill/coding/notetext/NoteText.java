package org.superbill.coding.notetext;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A note, or all notes of a visit one behind the other, as plain text that remembers where its characters stood in what was sent, so that evidence can be pointed
 * at there.
 *
 * @param text what a reader sees
 * @param origins for each character of the text, and for its end, the offset in the note as it was sent
 * @param starts where in the text each note begins, ascending, the first at 0
 */
public record NoteText(String text, int[] origins, int[] starts) {
    /** A sentence ends here, whatever the note before ended with. */
    private static final String BETWEEN = "\n\n";

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "td",
            "th",
            "title",
            "section",
            "paragraph",
            "item",
            "list",
            "content",
            "text",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "thead",
            "tbody",
            "caption");

    /** Headings of a C-CDA or HTML document: what follows belongs to them. */
    private static final Set<String> HEADINGS = Set.of("title", "caption", "h1", "h2", "h3", "h4", "h5", "h6");

    /** What a reader of the page never sees. */
    private static final Map<String, Pattern> CLOSING =
            Map.of("script", Pattern.compile("(?i)</script\\s*>"), "style", Pattern.compile("(?i)</style\\s*>"));

    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private static final int LONGEST_ENTITY = 10;

    public static NoteText of(String sent, NoteFormat format) {
        return format == NoteFormat.MARKUP ? stripped(sent) : plain(sent);
    }

    /** The notes of one visit, read as one. @param notes each a single one, at least one */
    public static NoteText joined(List<NoteText> notes) {
        var text = new StringBuilder();
        var length =
                notes.stream().mapToInt(note -> note.text().length()).sum() + BETWEEN.length() * (notes.size() - 1);
        var origins = new int[length + 1];
        var starts = new int[notes.size()];
        for (var i = 0; i < starts.length; i++) {
            var note = notes.get(i);
            starts[i] = text.length();
            System.arraycopy(note.origins(), 0, origins, starts[i], note.origins().length);
            text.append(note.text());
            if (i + 1 < starts.length) {
                Arrays.fill(
                        origins,
                        text.length(),
                        text.length() + BETWEEN.length(),
                        note.origins()[note.text().length()]);
                text.append(BETWEEN);
            }
        }
        return new NoteText(text.toString(), origins, starts);
    }

    /** Where a character of the text stood in its note as it was sent. */
    public int origin(int offset) {
        return origins[offset];
    }

    /** Which of the notes a character of the text is of, from 0. */
    public int note(int offset) {
        var found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Offset in the text behind the last character of a note. */
    public int end(int note) {
        return note + 1 < starts.length ? starts[note + 1] - BETWEEN.length() : text.length();
    }

    /** The first offset in the text that stood at an offset of a note as it was sent, or behind it. */
    public int offset(int note, int origin) {
        var low = starts[note];
        var high = end(note);
        while (low < high) {
            var middle = (low + high) / 2;
            if (origins[middle] < origin) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static NoteText plain(String sent) {
        var origins = new int[sent.length() + 1];
        for (var i = 0; i < origins.length; i++) {
            origins[i] = i;
        }
        return new NoteText(sent, origins, new int[] {0});
    }

    private static NoteText stripped(String sent) {
        var written = new Writing(sent.length());
        var tables = new MarkupTables(sent);
        var at = 0;
        while (at < sent.length()) {
            var c = sent.charAt(at);
            if (c == '<') {
                at = skipTag(sent, at, written, tables);
            } else if (c == '&') {
                at = entity(sent, at, written);
            } else {
                written.add(c == '\n' || c == '\r' || c == '\t' ? ' ' : c, at);
                at++;
            }
        }
        return written.finished(sent.length());
    }

    private static int skipTag(String sent, int at, Writing written, MarkupTables tables) {
        if (sent.startsWith("<!--", at)) {
            var end = sent.indexOf("-->", at);
            return end < 0 ? sent.length() : end + 3;
        }
        var end = sent.indexOf('>', at);
        if (end < 0) {
            return sent.length();
        }
        var closing = sent.startsWith("</", at);
        var name = tagName(sent, closing ? at + 2 : at + 1);
        var unseen = CLOSING.get(name);
        if (unseen != null && !closing && sent.charAt(end - 1) != '/') {
            var close = unseen.matcher(sent);
            return close.find(end + 1) ? close.end() : sent.length();
        }
        var cell = tables.written(name, closing, end + 1);
        if (cell != null) {
            for (var i = 0; i < cell.length(); i++) {
                written.add(cell.charAt(i), at);
            }
            return end + 1;
        }
        if (closing && HEADINGS.contains(name)) {
            written.add(':', at);
        }
        if (BLOCKS.contains(name)) {
            written.add('\n', at);
        }
        return end + 1;
    }

    private static String tagName(String sent, int at) {
        var end = at;
        while (end < sent.length() && Character.isLetterOrDigit(sent.charAt(end))) {
            end++;
        }
        return sent.substring(at, end).toLowerCase(Locale.ROOT);
    }

    private static int entity(String sent, int at, Writing written) {
        var end = sent.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_ENTITY || !isName(sent, at + 1, end)) {
            written.add('&', at);
            return at + 1;
        }
        var name = sent.substring(at + 1, end);
        var meaning = name.startsWith("#") ? numeric(name.substring(1)) : ENTITIES.getOrDefault(name, " ");
        for (var i = 0; i < meaning.length(); i++) {
            written.add(meaning.charAt(i), at);
        }
        return end + 1;
    }

    private static boolean isName(String sent, int from, int to) {
        for (var i = from; i < to; i++) {
            if (!Character.isLetterOrDigit(sent.charAt(i)) && sent.charAt(i) != '#') {
                return false;
            }
        }
        return to > from;
    }

    private static String numeric(String number) {
        try {
            var point = number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
        } catch (NumberFormatException e) {
            return " ";
        }
    }

    /** Text being written, each character with its origin. */
    private static final class Writing {
        private final StringBuilder text;
        private final int[] origins;

        Writing(int longest) {
            text = new StringBuilder(longest);
            origins = new int[2 * longest + 1]; // a tag of three characters gives two, one of four three
        }

        void add(char c, int origin) {
            origins[text.length()] = origin;
            text.append(c);
        }

        NoteText finished(int end) {
            var kept = new int[text.length() + 1];
            System.arraycopy(origins, 0, kept, 0, text.length());
            kept[text.length()] = end;
            return new NoteText(text.toString(), kept, new int[] {0});
        }
    }
}
