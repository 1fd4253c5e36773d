package org.superbill.coding.search;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.superbill.coding.codesystem.CodeSpan;

/** The codes of a system with their newest descriptions while its index is written, to know which codes stand under another and what they say beyond it. */
final class CodeTexts {
    private static final int INJURY_LENGTH = 7;

    private final NavigableMap<String, CodeSpan> newest = new TreeMap<>();

    void add(CodeSpan span) {
        newest.put(span.code(), span);
    }

    /** The code itself when it is billable, else the billable ones under it; of the encounters of an injury only the initial one. */
    List<String> under(String code) {
        var found = new ArrayList<String>();
        for (var span :
                newest.subMap(code, true, code + Character.MAX_VALUE, false).values()) {
            if (span.billable() && (span.code().equals(code) || isFirst(span.code()))) {
                found.add(span.code());
            }
        }
        return found;
    }

    /** With 7 characters, the last a letter, the code stands for one kind of encounter: A where there is an A, else all. */
    private boolean isFirst(String code) {
        if (code.length() < INJURY_LENGTH || !Character.isLetter(code.charAt(INJURY_LENGTH - 1))) {
            return true;
        }
        var initial = code.substring(0, INJURY_LENGTH - 1) + "A";
        return code.equals(initial) || !newest.containsKey(initial);
    }

    /** The telling words of a code's description that the one above it lacks. */
    List<String> beyond(String header, String code) {
        var above = newest.get(header);
        var own = newest.get(code);
        if (header.equals(code) || above == null || own == null) {
            return List.of();
        }
        var words = Words.named(own.longDescription());
        words.removeAll(Words.named(above.longDescription()));
        return words;
    }
}
