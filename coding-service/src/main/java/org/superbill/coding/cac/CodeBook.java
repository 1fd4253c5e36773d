package org.superbill.coding.cac;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The codes of one release of ICD-10-CM, in the order of their numbers. */
public final class CodeBook {
    /**
     * One code.
     *
     * @param code stored form, without the dot
     * @param billable false for a header
     * @param text the long description
     */
    public record Entry(String code, boolean billable, String text) {}

    private final String release;
    private final Entry[] entries;
    private final Map<String, Entry> byCode;
    /** Asked for with every mention of every note. */
    private final Map<String, String> titles = new ConcurrentHashMap<>();

    private final Map<String, List<Entry>> under = new ConcurrentHashMap<>();

    public CodeBook(String release, List<Entry> entries) {
        this.release = release;
        this.entries =
                entries.stream().sorted(Comparator.comparing(Entry::code)).toArray(Entry[]::new);
        this.byCode = new HashMap<>(entries.size() * 2);
        entries.forEach(entry -> byCode.put(entry.code(), entry));
    }

    /** The label of the release, e.g. {@code 2026}. */
    public String release() {
        return release;
    }

    List<Entry> entries() {
        return Arrays.asList(entries);
    }

    Optional<Entry> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    boolean isBillable(String code) {
        var entry = byCode.get(code);
        return entry != null && entry.billable();
    }

    String text(String code) {
        var entry = byCode.get(code);
        return entry == null ? "" : entry.text();
    }

    /** The long description in lower case. */
    String title(String code) {
        return titles.computeIfAbsent(code, unseen -> text(unseen).toLowerCase(Locale.ROOT));
    }

    /** The billable codes under a header, the code itself when it is one. */
    List<Entry> billable(String beginning) {
        return under.computeIfAbsent(beginning, this::billableUnder);
    }

    private List<Entry> billableUnder(String beginning) {
        var from = Arrays.binarySearch(entries, new Entry(beginning, false, ""), Comparator.comparing(Entry::code));
        var first = from < 0 ? -from - 1 : from;
        var behind = first;
        while (behind < entries.length && entries[behind].code().startsWith(beginning)) {
            behind++;
        }
        return Arrays.stream(entries, first, behind).filter(Entry::billable).toList();
    }

    /** The longest beginning of the code that is a code itself; the code when there is none. */
    String parent(String code) {
        for (var length = code.length() - 1; length >= 3; length--) {
            if (byCode.containsKey(code.substring(0, length))) {
                return code.substring(0, length);
            }
        }
        return code;
    }
}
