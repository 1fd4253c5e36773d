package org.superbill.coding.notetext;

import java.util.regex.Pattern;

/**
 * Where markup is in a row of a table of data: its cells belong together and stand on one line, parted by {@code |}, and no cell of its head is a heading of what
 * follows. A row that lays out a page, with headings, tables or paragraphs in its cells, is none.
 */
final class MarkupTables {
    private static final Pattern LAYOUT = Pattern.compile("(?i)<(?:table|title|caption|h[1-6])\\b");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern BLOCK = Pattern.compile("(?i)<(?:p|br|li|div|paragraph|item)\\b");
    private static final Pattern DATA_CELL = Pattern.compile("(?i)<td\\b");

    /** HTML lets the end tag of a row be left out. */
    private static final Pattern ROW_END = Pattern.compile("(?i)</?tr\\b|</table\\b");

    /** Characters of a row that are looked at: every row is looked at once. */
    private static final int AHEAD = 4000;

    /** A row of data is short; the words of a page in one cell, and its paragraphs, are not. */
    private static final int LONGEST_WITH_BLOCKS = 400;

    private final String sent;
    private boolean head;
    private boolean row;
    private boolean ofHead;
    private int cells;

    MarkupTables(String sent) {
        this.sent = sent;
    }

    /**
     * @param behind offset behind the tag
     * @return what is to be written for it, or null where it is no matter of tables
     */
    @org.jspecify.annotations.Nullable
    String written(String name, boolean closing, int behind) {
        switch (name) {
            case "thead" -> head = !closing;
            case "table", "tbody" -> {
                head = false;
                row = false;
            }
            case "tr" -> {
                row = !closing && isOfData(behind);
                cells = 0;
            }
            case "td", "th" -> {
                return row ? cell(closing) : null;
            }
            default -> {
                return row ? inCell(name, closing) : null;
            }
        }
        return null;
    }

    private String cell(boolean closing) {
        if (closing) {
            return "";
        }
        cells++;
        return cells > 1 || ofHead ? " | " : "";
    }

    /** Lines of a cell are parts of it. */
    private static String inCell(String name, boolean closing) {
        return switch (name) {
            case "br", "li", "item", "p", "div", "paragraph" -> closing || name.equals("br") ? "; " : " ";
            default -> "";
        };
    }

    private boolean isOfData(int from) {
        var farthest = Math.min(sent.length(), from + AHEAD);
        var next = ROW_END.matcher(sent).region(from, farthest);
        var inner = sent.substring(from, next.find() ? next.start() : farthest);
        ofHead = head || !DATA_CELL.matcher(inner).find();
        return !LAYOUT.matcher(inner).find()
                && !(BLOCK.matcher(inner).find()
                        && TAG.matcher(inner).replaceAll("").length() > LONGEST_WITH_BLOCKS);
    }
}
